package magicbench.results.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two one-sided Student's t tests: is a mean shown to lie within a margin of 0? (Schuirmann 1987, A
 * comparison of the two one-sided tests procedure and the power approach, Journal of
 * Pharmacokinetics and Biopharmaceutics 15.)
 */
public final class Equivalence {

  private Equivalence() {}

  /**
   * Tests the null hypothesis that the mean lies at or beyond the margin, on either side.
   *
   * @param values at least two finite values, one per independent unit
   * @param margin above 0, in the unit of the values
   * @return the larger of the two one-sided p-values; the statistic is the mean
   * @throws IllegalArgumentException when there are fewer than 2 values, one is not finite, or the
   *     margin isn't above 0
   */
  public static TestResult test(double[] values, double margin) {
    if (!(margin > 0)) {
      throw new IllegalArgumentException("margin must lie above 0, is " + margin);
    }
    double mean = Summary.mean(values);
    double error = Summary.standardDeviation(values) / Math.sqrt(values.length);
    double slack = margin - Math.abs(mean);
    return new TestResult(
        "equivalence within " + margin + " of 0, two one-sided Student's t tests",
        mean,
        error == 0 ? certain(slack) : above(slack / error, values.length - 1),
        0);
  }

  private static double certain(double slack) {
    return slack > 0 ? 0 : 1;
  }

  private static double above(double t, int degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom).cumulativeProbability(-t);
  }
}
