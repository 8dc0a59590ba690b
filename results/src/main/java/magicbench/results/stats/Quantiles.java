package magicbench.results.stats;

import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of the reference distributions. */
final class Quantiles {

  private Quantiles() {}

  static double studentT(double degreesOfFreedom, double probability) {
    return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
  }
}
