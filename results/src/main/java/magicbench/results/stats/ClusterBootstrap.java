package magicbench.results.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The percentile bootstrap for rows in two nested levels of clusters (Davison and Hinkley,
 * Bootstrap Methods and their Application, sections 3.8 and 5.3).
 *
 * <p>Each resample draws as many outer clusters as there are, with replacement, and within each
 * drawn one as many inner clusters as it holds, with replacement; the rows of an inner cluster stay
 * together. The same input and seed give the same bits.
 *
 * <p>With few outer clusters that differ much the interval is too short: in simulations a nominal
 * 90 % interval held the truth in 82 % of the sets with 5 outer clusters, 84 % with 8 and 86 % with
 * 12. Where the outer clusters hardly differ it is too long instead (96 % to 98 %), as the inner
 * level is counted twice. {@link MeanInterval#studentT} over one figure per outer cluster is the
 * check.
 */
public final class ClusterBootstrap {

  private static final int MOST_TRIES_PER_RESAMPLE = 100;

  private final long seed;
  private final int resamples;
  private final double confidence;

  /**
   * Sets the bootstrap up.
   *
   * @param seed the seed of all draws
   * @param resamples how many resamples to take, at least 1; 2,000 settle a 95 % interval well
   * @param confidence the nominal coverage, strictly between 0 and 1
   * @throws IllegalArgumentException when a value is out of its range
   */
  public ClusterBootstrap(long seed, int resamples, double confidence) {
    Samples.requireAtLeast(1, "resamples", resamples);
    Samples.requireInsideUnit("confidence", confidence);
    this.seed = seed;
    this.resamples = resamples;
    this.confidence = confidence;
  }

  /**
   * The interval of a statistic of all rows.
   *
   * @param outer each row's outer cluster
   * @param inner each row's inner cluster; the same label in two outer clusters means two clusters
   * @param statistic from row numbers, in which rows repeat, to a number; NaN where it is undefined
   * @return the percentile interval
   * @throws IllegalArgumentException when there are no rows or the lengths differ
   * @throws IllegalStateException when the statistic stays undefined over 100 draws in a row
   */
  public Interval interval(int[] outer, int[] inner, ToDoubleFunction<int[]> statistic) {
    return resample(
        Clusters.of(outer, inner), draws -> statistic.applyAsDouble(Clusters.concatenate(draws)));
  }

  /**
   * The interval of a statistic that treats each drawn outer cluster on its own, for instance the
   * mean over outer clusters of a correlation within each.
   *
   * @param outer each row's outer cluster
   * @param inner each row's inner cluster; the same label in two outer clusters means two clusters
   * @param statistic from one array of row numbers per drawn outer cluster to a number; NaN where
   *     it is undefined
   * @return the percentile interval
   * @throws IllegalArgumentException when there are no rows or the lengths differ
   * @throws IllegalStateException when the statistic stays undefined over 100 draws in a row
   */
  public Interval intervalByOuter(
      int[] outer, int[] inner, ToDoubleFunction<List<int[]>> statistic) {
    return resample(Clusters.of(outer, inner), draws -> statistic.applyAsDouble(List.of(draws)));
  }

  private Interval resample(Clusters clusters, ToDoubleFunction<int[][]> statistic) {
    UniformRandomProvider random = new Seeds(seed).random("cluster-bootstrap");
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      values[i] = definedValue(clusters, statistic, random);
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        Summary.quantile(values, tail), Summary.quantile(values, 1 - tail), confidence);
  }

  private double definedValue(
      Clusters clusters, ToDoubleFunction<int[][]> statistic, UniformRandomProvider random) {
    for (int tries = 0; tries < MOST_TRIES_PER_RESAMPLE; tries++) {
      double value = statistic.applyAsDouble(clusters.resample(random));
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    throw new IllegalStateException(
        "the statistic was undefined in " + MOST_TRIES_PER_RESAMPLE + " resamples in a row");
  }
}
