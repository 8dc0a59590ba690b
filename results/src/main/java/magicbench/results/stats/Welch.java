package magicbench.results.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two means of independent samples whose spreads may differ (Welch, Biometrika 34, 1947, with
 * Satterthwaite's degrees of freedom, Biometrics Bulletin 2, 1946).
 *
 * @param difference second mean minus the first
 * @param interval of the difference
 * @param pValue two-sided; 0 where neither sample varies and the means differ
 */
public record Welch(double difference, Interval interval, double pValue) {

  /**
   * Compares.
   *
   * @param first at least two finite values
   * @param second at least two finite values
   * @param confidence of the interval, strictly between 0 and 1
   * @return second minus first
   * @throws IllegalArgumentException when there are too few values, one is not finite, or the
   *     confidence is out of its range
   */
  public static Welch of(double[] first, double[] second, double confidence) {
    Samples.requireInsideUnit("confidence", confidence);
    double ofFirst = squaredError(first);
    double ofSecond = squaredError(second);
    double difference = Summary.mean(second) - Summary.mean(first);
    double error = Math.sqrt(ofFirst + ofSecond);
    if (error == 0) {
      return exact(difference, confidence);
    }
    double freedom =
        Math.pow(ofFirst + ofSecond, 2)
            / (ofFirst * ofFirst / (first.length - 1) + ofSecond * ofSecond / (second.length - 1));
    TDistribution t = new TDistribution(null, freedom);
    double half = error * t.inverseCumulativeProbability(1 - (1 - confidence) / 2);
    double pValue = 2 * t.cumulativeProbability(-Math.abs(difference) / error);
    return new Welch(
        difference, new Interval(difference - half, difference + half, confidence), pValue);
  }

  /**
   * One sample of differences against zero: Student's test, in the same form.
   *
   * @param differences at least two finite values
   * @param confidence of the interval, strictly between 0 and 1
   * @return their mean
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Welch paired(double[] differences, double confidence) {
    Samples.requireInsideUnit("confidence", confidence);
    double error = Math.sqrt(squaredError(differences));
    double mean = Summary.mean(differences);
    if (error == 0) {
      return exact(mean, confidence);
    }
    TDistribution t = new TDistribution(null, differences.length - 1.0);
    return new Welch(
        mean,
        MeanInterval.studentT(differences, confidence),
        2 * t.cumulativeProbability(-Math.abs(mean) / error));
  }

  private static Welch exact(double difference, double confidence) {
    return new Welch(
        difference, new Interval(difference, difference, confidence), difference == 0 ? 1 : 0);
  }

  private static double squaredError(double[] values) {
    double deviation = Summary.standardDeviation(values);
    return deviation * deviation / values.length;
  }
}
