package magicbench.results.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The difference of two independent means whose spreads may differ (Welch, Biometrika 34, 1947),
 * with the degrees of freedom of Welch and Satterthwaite (Satterthwaite, Biometrics Bulletin 2,
 * 1946).
 *
 * @param difference the second mean less the first, in the unit of the values
 * @param degreesOfFreedom between the smaller sample's size less one and the sum of both less two
 * @param interval where the difference may lie
 * @param test two-sided, of no difference
 */
public record Welch(
    double difference, double degreesOfFreedom, Interval interval, TestResult test) {

  private static final String METHOD = "Welch's t test, two-sided";

  /**
   * Compares two samples.
   *
   * @param before at least two finite values, one per independent unit
   * @param after as many or others, of other units
   * @param confidence the nominal coverage of the interval, strictly between 0 and 1
   * @return the difference; the smallest p-value that the test could return is 0
   * @throws IllegalArgumentException when a sample has fewer than 2 values, one is not finite,
   *     neither sample varies, or the confidence is out of its range
   */
  public static Welch of(double[] before, double[] after, double confidence) {
    Samples.requireInsideUnit("confidence", confidence);
    double one = squaredError(before);
    double other = squaredError(after);
    if (!(one + other > 0)) {
      throw new IllegalArgumentException("neither sample varies: no spread to compare with");
    }
    double difference = Summary.mean(after) - Summary.mean(before);
    double freedom = degreesOfFreedom(one, before.length - 1, other, after.length - 1);
    double error = Math.sqrt(one + other);
    double t = difference / error;
    double pValue = 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(t));
    double halfWidth = Quantiles.studentT(freedom, 1 - (1 - confidence) / 2) * error;
    return new Welch(
        difference,
        freedom,
        new Interval(difference - halfWidth, difference + halfWidth, confidence),
        new TestResult(METHOD, t, Math.min(1, pValue), 0));
  }

  /** Of the mean. */
  private static double squaredError(double[] values) {
    double deviation = Summary.standardDeviation(values);
    return deviation * deviation / values.length;
  }

  /** By shares of the whole, so that tiny spreads don't vanish when they are squared. */
  private static double degreesOfFreedom(double one, int ofOne, double other, int ofOther) {
    double share = one / (one + other);
    return 1 / (share * share / ofOne + (1 - share) * (1 - share) / ofOther);
  }
}
