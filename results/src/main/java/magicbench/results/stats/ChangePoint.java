package magicbench.results.stats;

import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Where a series changes its level, and whether it does (Pettitt, Applied Statistics 28, 1979).
 *
 * @param before how many values lie before the change
 * @param statistic Pettitt's K: the largest absolute sum of signs between both sides
 * @param pValue the share of random orders whose K is as large, the observed one among them
 */
public record ChangePoint(int before, int statistic, double pValue) {

  /**
   * Looks for one change.
   *
   * @param series at least two finite values, in order of time
   * @param seed of the random orders
   * @param orders how many of them, at least 1
   * @return the likeliest place
   * @throws IllegalArgumentException when there are too few values or orders, or one is not finite
   */
  public static ChangePoint find(double[] series, long seed, int orders) {
    Samples.requireAtLeast(2, "values", series.length);
    Samples.requireAtLeast(1, "orders", orders);
    Samples.requireFinite(series);
    int[] sums = sums(series);
    int best = 0;
    for (int i = 1; i < sums.length; i++) {
      best = Math.abs(sums[i]) > Math.abs(sums[best]) ? i : best;
    }
    int statistic = Math.abs(sums[best]);
    return new ChangePoint(best + 1, statistic, pValue(series, statistic, seed, orders));
  }

  /** For each place the sum, over pairs across it, of whether the later value is larger. */
  private static int[] sums(double[] series) {
    int[] sums = new int[series.length - 1];
    int sum = 0;
    for (int place = 0; place < sums.length; place++) {
      for (double other : series) {
        sum += (int) Math.signum(other - series[place]);
      }
      sums[place] = sum;
    }
    return sums;
  }

  private static double pValue(double[] series, int statistic, long seed, int orders) {
    UniformRandomProvider random = new Seeds(seed).random("change-point");
    int reaching = 0;
    int[] order = PermutationSampler.natural(series.length);
    for (int i = 0; i < orders; i++) {
      PermutationSampler.shuffle(random, order);
      double[] shuffled = new double[order.length];
      for (int at = 0; at < order.length; at++) {
        shuffled[at] = series[order[at]];
      }
      if (largest(sums(shuffled)) >= statistic) {
        reaching++;
      }
    }
    return (reaching + 1.0) / (orders + 1.0);
  }

  private static int largest(int[] sums) {
    int largest = 0;
    for (int sum : sums) {
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  }
}
