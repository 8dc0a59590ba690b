package magicbench.results.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The percentile bootstrap for runs of several tasks: the tasks stay as they are, and the runs of
 * each are drawn anew, with replacement and independently of the other tasks' runs.
 *
 * <p>Source: Agarwal et al. 2021, Deep Reinforcement Learning at the Edge of the Statistical
 * Precipice, section 4.1. It takes the runs of different tasks to be independent: where one seed's
 * runs share something, an interval over whole seeds is the check.
 */
public final class StratifiedBootstrap {

  private final long seed;
  private final int resamples;
  private final double confidence;

  /**
   * A bootstrap.
   *
   * @param seed equal seeds give equal intervals
   * @param resamples how many, at least 1
   * @param confidence between 0 and 1
   * @throws IllegalArgumentException when a value is out of its range
   */
  public StratifiedBootstrap(long seed, int resamples, double confidence) {
    Samples.requireAtLeast(1, "resamples", resamples);
    Samples.requireInsideUnit("confidence", confidence);
    this.seed = seed;
    this.resamples = resamples;
    this.confidence = confidence;
  }

  /**
   * The interval.
   *
   * @param sizes how many runs each stratum has, at least 1 each; at least one stratum
   * @param statistic of the drawn runs, one array of run numbers a stratum, numbers as often as
   *     they were drawn; always defined
   * @return the percentile interval
   * @throws IllegalArgumentException when there is no stratum, or an empty one
   */
  public Interval interval(List<Integer> sizes, ToDoubleFunction<List<int[]>> statistic) {
    Samples.requireAtLeast(1, "strata", sizes.size());
    sizes.forEach(size -> Samples.requireAtLeast(1, "runs of a stratum", size));
    UniformRandomProvider random = new Seeds(seed).random("stratified-bootstrap");
    double[] values = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      List<int[]> drawn = new ArrayList<>(sizes.size());
      sizes.forEach(size -> drawn.add(random.ints(size, 0, size).toArray()));
      values[i] = statistic.applyAsDouble(drawn);
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        Summary.quantile(values, tail), Summary.quantile(values, 1 - tail), confidence);
  }
}
