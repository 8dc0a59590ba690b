package magicbench.harness.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the learning rate falls after the warm-up. */
public enum Decay {
  /** Not at all. */
  @JsonProperty("constant")
  CONSTANT {
    @Override
    double factor(double progress) {
      return 1;
    }
  },
  /** In a straight line to 0. */
  @JsonProperty("linear")
  LINEAR {
    @Override
    double factor(double progress) {
      return 1 - progress;
    }
  },
  /** Along half a cosine to 0; the strict one, which is the same on every platform. */
  @JsonProperty("cosine")
  COSINE {
    @Override
    double factor(double progress) {
      return (1 + StrictMath.cos(Math.PI * progress)) / 2;
    }
  };

  /** The share of the peak that is left when a share of the steps after the warm-up is done. */
  abstract double factor(double progress);
}
