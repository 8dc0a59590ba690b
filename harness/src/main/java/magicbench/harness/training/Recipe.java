package magicbench.harness.training;

import magicbench.harness.sampling.PathSampler;

/**
 * What makes one way to train a super-net another than the next.
 *
 * @param sampler which child models are trained
 * @param aligning what they are aligned with
 */
public record Recipe(PathSampler sampler, Aligning aligning) {

  /**
   * A recipe without alignment.
   *
   * @param sampler which child models are trained
   * @return the recipe
   */
  public static Recipe of(PathSampler sampler) {
    return new Recipe(sampler, Aligning.NOTHING);
  }
}
