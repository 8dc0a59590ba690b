package magicbench.results.stats;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.TTest;

/** Tests whose success shows that an effect is small, not that one is there. */
public final class Equivalence {

  private Equivalence() {}

  /**
   * Two one-sided t tests of "the mean lies outside ±margin" against "it lies within" (Schuirmann,
   * Journal of Pharmacokinetics and Biopharmaceutics 15, 1987).
   *
   * <p>The statistic is the t of the less convincing side: (mean + margin) / (s / sqrt(n)) or (mean
   * - margin) / (s / sqrt(n)). It is infinite when the values don't vary.
   *
   * @param values at least two finite values, one per independent unit
   * @param margin how far from zero a mean may lie and still count as none; positive, in the unit
   *     of the values
   * @return the greater of the two one-sided p-values; no p-value is too small to be reached, so
   *     the smallest is 0
   * @throws IllegalArgumentException when there are fewer than 2 values, one is not finite, or the
   *     margin is not positive and finite
   */
  public static TestResult tost(double[] values, double margin) {
    Samples.requirePositive("margin", margin);
    double spread = Summary.standardDeviation(values);
    double mean = Summary.mean(values);
    return spread == 0 ? withoutSpread(mean, margin) : twoTests(values, margin, mean);
  }

  private static TestResult twoTests(double[] values, double margin, double mean) {
    TTest test =
        mean < 0
            ? TTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN).withMu(-margin)
            : TTest.withDefaults().with(AlternativeHypothesis.LESS_THAN).withMu(margin);
    var worse = test.test(values);
    return result(worse.getStatistic(), worse.getPValue());
  }

  private static TestResult withoutSpread(double mean, double margin) {
    boolean inside = Math.abs(mean) < margin;
    double towardsZero = mean < 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    return inside ? result(towardsZero, 0) : result(-towardsZero, 1);
  }

  private static TestResult result(double statistic, double pValue) {
    return new TestResult("two one-sided t tests", statistic, pValue, 0);
  }
}
