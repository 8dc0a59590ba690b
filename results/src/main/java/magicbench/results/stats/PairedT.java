package magicbench.results.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The mean of paired differences against zero (Student, Biometrika 6, 1908).
 *
 * @param difference their mean
 * @param interval where it may lie
 * @param pValue two-sided; where all differences are the same number 0, or 1 if that is zero
 */
public record PairedT(double difference, Interval interval, double pValue) {

  /**
   * Tests.
   *
   * @param differences at least two finite values
   * @param confidence of the interval, strictly between 0 and 1
   * @return their mean
   * @throws IllegalArgumentException when there are too few values, one is not finite, or the
   *     confidence is out of its range
   */
  public static PairedT of(double[] differences, double confidence) {
    Interval interval = MeanInterval.studentT(differences, confidence);
    double mean = Summary.mean(differences);
    double error = Summary.standardDeviation(differences) / Math.sqrt(differences.length);
    if (error == 0) {
      return new PairedT(mean, interval, mean == 0 ? 1 : 0);
    }
    TDistribution t = new TDistribution(null, differences.length - 1.0);
    return new PairedT(mean, interval, 2 * t.cumulativeProbability(-Math.abs(mean) / error));
  }
}
