package magicbench.results.stats;

import java.util.Arrays;

/** Summaries of runs that a single odd run hardly moves. */
public final class RobustMeans {

  private static final int QUARTERS = 4;

  private RobustMeans() {}

  /**
   * The interquartile mean: the mean of what is left when a quarter of the values, rounded down, is
   * taken away at either end.
   *
   * <p>Source: Agarwal et al. 2021, Deep Reinforcement Learning at the Edge of the Statistical
   * Precipice, section 4.3, which takes it over the runs of all tasks together.
   *
   * @param values at least one finite value, in any order
   * @return their interquartile mean, in the unit of the values
   * @throws IllegalArgumentException when there is no value or one is not finite
   */
  public static double interquartileMean(double[] values) {
    Samples.requireAtLeast(1, "values", values.length);
    Samples.requireFinite(values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / QUARTERS;
    return Summary.mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
  }

  /**
   * The probability that a value of one sample is larger than a value of the other, a tie counting
   * one half: Mann and Whitney's U as a share of all pairs.
   *
   * <p>Source: Mann and Whitney 1947, Annals of Mathematical Statistics 18; Agarwal et al. 2021,
   * section 4.3.
   *
   * @param values at least one finite value
   * @param others at least one finite value
   * @return 0 to 1; one half where neither tends to be larger
   * @throws IllegalArgumentException when a sample is empty or a value is not finite
   */
  public static double probabilityOfLarger(double[] values, double[] others) {
    Samples.requireAtLeast(1, "values", values.length);
    Samples.requireAtLeast(1, "other values", others.length);
    Samples.requireFinite(values);
    Samples.requireFinite(others);
    double twice = 0;
    for (double value : values) {
      for (double other : others) {
        twice += 1 + Math.signum(value - other);
      }
    }
    return twice / 2 / values.length / others.length;
  }
}
