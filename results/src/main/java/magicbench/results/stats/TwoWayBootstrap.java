package magicbench.results.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The percentile interval of a statistic of a table, whose rows (super-net seeds) and columns
 * (child models) are both drawn with replacement, independently of each other: chance lies in both.
 *
 * <p>Source: Owen 2007, The pigeonhole bootstrap, Annals of Applied Statistics 1(2). It errs on the
 * wide side.
 */
public final class TwoWayBootstrap {

  private static final int MOST_TRIES_PER_RESAMPLE = 100;

  private final long seed;
  private final int resamples;
  private final double confidence;

  /**
   * A bootstrap.
   *
   * @param seed equal seeds give equal intervals
   * @param resamples how many, at least 1
   * @param confidence between 0 and 1
   */
  public TwoWayBootstrap(long seed, int resamples, double confidence) {
    Samples.requireAtLeast(1, "resamples", resamples);
    Samples.requireInsideUnit("confidence", confidence);
    this.seed = seed;
    this.resamples = resamples;
    this.confidence = confidence;
  }

  /**
   * The interval.
   *
   * @param rows how many rows, at least 1
   * @param columns how many columns, at least 1
   * @param statistic of the drawn rows and columns, each index as often as it was drawn; NaN where
   *     it is undefined, which draws again
   * @return the interval
   * @throws IllegalStateException when the statistic is almost never defined
   */
  public Interval interval(int rows, int columns, ToDoubleBiFunction<int[], int[]> statistic) {
    Samples.requireAtLeast(1, "rows", rows);
    Samples.requireAtLeast(1, "columns", columns);
    UniformRandomProvider random = new Seeds(seed).random("two-way-bootstrap");
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      values[i] = definedValue(rows, columns, statistic, random);
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        Summary.quantile(values, tail), Summary.quantile(values, 1 - tail), confidence);
  }

  /**
   * What is said of each resample: several statistics of the same draws.
   *
   * @param rows how many rows, at least 1
   * @param columns how many columns, at least 1
   * @param statistic of the drawn rows and columns, each index as often as it was drawn; asked from
   *     several threads
   * @param <T> what it says
   * @return one answer a resample, in their order
   */
  public <T> List<T> each(int rows, int columns, BiFunction<int[], int[], T> statistic) {
    Samples.requireAtLeast(1, "rows", rows);
    Samples.requireAtLeast(1, "columns", columns);
    UniformRandomProvider random = new Seeds(seed).random("two-way-bootstrap");
    List<int[][]> draws = new ArrayList<>();
    for (int i = 0; i < resamples; i++) {
      draws.add(new int[][] {drawn(rows, random), drawn(columns, random)});
    }
    return draws.parallelStream().map(draw -> statistic.apply(draw[0], draw[1])).toList();
  }

  private static double definedValue(
      int rows,
      int columns,
      ToDoubleBiFunction<int[], int[]> statistic,
      UniformRandomProvider random) {
    for (int tries = 0; tries < MOST_TRIES_PER_RESAMPLE; tries++) {
      double value = statistic.applyAsDouble(drawn(rows, random), drawn(columns, random));
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    throw new IllegalStateException(
        "the statistic was undefined in " + MOST_TRIES_PER_RESAMPLE + " resamples in a row");
  }

  private static int[] drawn(int count, UniformRandomProvider random) {
    return random.ints(count, 0, count).toArray();
  }
}
