package magicbench.results.stats;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** Quantiles and tails of the reference distributions. */
final class Quantiles {

  private Quantiles() {}

  static double normal(double probability) {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability);
  }

  static double normalUpperTail(double z) {
    return Erf.erfc(z / Math.sqrt(2)) / 2;
  }

  static double studentT(int degreesOfFreedom, double probability) {
    return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
  }
}
