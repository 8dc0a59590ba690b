package magicbench.results.stats;

/** Confidence intervals of a mean. */
public final class MeanInterval {

  private MeanInterval() {}

  /**
   * Student's interval: mean ± t(n - 1) s / sqrt(n) (Student, Biometrika 6, 1908).
   *
   * @param values at least two finite values, one per independent unit
   * @param confidence the nominal coverage, strictly between 0 and 1
   * @return the interval, in the unit of the values; a single point when the values don't vary
   * @throws IllegalArgumentException when there are fewer than 2 values, one is not finite, or the
   *     confidence is out of its range
   */
  public static Interval studentT(double[] values, double confidence) {
    Samples.requireInsideUnit("confidence", confidence);
    double halfWidth = halfWidth(Summary.standardDeviation(values), values.length, confidence);
    double mean = Summary.mean(values);
    return new Interval(mean - halfWidth, mean + halfWidth, confidence);
  }

  static double halfWidth(double standardDeviation, int count, double confidence) {
    double t = Quantiles.studentT(count - 1, 1 - (1 - confidence) / 2);
    return t * standardDeviation / Math.sqrt(count);
  }
}
