package magicbench.results.stats;

import java.util.Arrays;

/** Mean, standard deviation and quantiles of one sample. */
public final class Summary {

  private Summary() {}

  /**
   * The arithmetic mean; exact for a constant sample.
   *
   * @param values at least one finite value
   * @return the mean
   * @throws IllegalArgumentException when there is no value or one is not finite
   */
  public static double mean(double[] values) {
    Samples.requireAtLeast(1, "values", values.length);
    Samples.requireFinite(values);
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  /**
   * The sample standard deviation, with n - 1 in the denominator; exactly 0 for a constant sample.
   *
   * @param values at least two finite values
   * @return the standard deviation, in the unit of the values
   * @throws IllegalArgumentException when there are fewer than 2 values or one is not finite
   */
  public static double standardDeviation(double[] values) {
    Samples.requireAtLeast(2, "values", values.length);
    double squares = 0;
    for (double deviation : deviations(values)) {
      squares += deviation * deviation;
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  static double[] deviations(double[] values) {
    double mean = mean(values);
    double[] deviations = new double[values.length];
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = values[i] - mean;
    }
    return deviations;
  }

  /**
   * A quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (The
   * American Statistician 50, 1996).
   *
   * @param values at least one finite value, in any order
   * @param probability 0 (the minimum) to 1 (the maximum)
   * @return the quantile
   * @throws IllegalArgumentException when there is no value, one is not finite, or the probability
   *     lies outside 0 to 1
   */
  public static double quantile(double[] values, double probability) {
    Samples.requireAtLeast(1, "values", values.length);
    Samples.requireFinite(values);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must lie in 0 to 1, is " + probability);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
