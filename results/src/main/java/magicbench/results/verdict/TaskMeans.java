package magicbench.results.verdict;

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.RobustMeans;
import magicbench.results.stats.StratifiedBootstrap;
import magicbench.results.stats.Summary;

/**
 * Means of one number a seed and labelled task, and where they may lie. Each task counts alike.
 *
 * <p>The tasks are those that were asked, not a draw of tasks: chance lies in the seeds. All of a
 * seed's numbers share a search and a pre-training, so seeds are drawn whole; the runs of each task
 * are drawn by themselves too, as is usual elsewhere, and the interval that decides is the hull of
 * both and of Student's over seeds.
 *
 * @param inquiry the claim and its records
 * @param most numbers lie between -most and most; infinite where they may be any
 */
record TaskMeans(Inquiry inquiry, double most) {

  /** The mean over tasks of each seed, of a table by seed, then task. */
  static double[] perSeed(double[][] values) {
    return Arrays.stream(values).mapToDouble(Summary::mean).toArray();
  }

  /** A single seed tells no spread: the mean may lie anywhere in its range, if it has one. */
  Estimate mean(String name, double[][] values) {
    return values.length < 2 ? single(name, values) : mean(name, values, hull(name, values));
  }

  private Estimate single(String name, double[][] values) {
    Optional<Interval> anywhere =
        Double.isInfinite(most)
            ? Optional.empty()
            : Optional.of(new Interval(-most, most, inquiry.confidence()));
    return new Estimate(
        name, Summary.mean(flat(values)), anywhere, flat(values).length, values.length);
  }

  private Estimate mean(String name, double[][] values, Interval bootstraps) {
    return Gains.hull(name, perSeed(values), bootstraps, flat(values).length, most);
  }

  private Interval hull(String name, double[][] values) {
    Interval whole =
        new ClusterBootstrap(stream("seeds", name), Gains.RESAMPLES, inquiry.confidence())
            .interval(
                IntStream.range(0, values.length).toArray(),
                new int[values.length],
                seeds ->
                    Arrays.stream(seeds)
                        .mapToDouble(seed -> Summary.mean(values[seed]))
                        .average()
                        .orElseThrow());
    Interval apart = byTask(name, values, drawn -> Summary.mean(drawn));
    return new Interval(
        Math.min(whole.low(), apart.low()),
        Math.max(whole.high(), apart.high()),
        inquiry.confidence());
  }

  /** The interval of a statistic of all numbers, each task's seeds drawn by themselves. */
  private Interval byTask(String name, double[][] values, ToDoubleFunction<double[]> statistic) {
    int tasks = values[0].length;
    return new StratifiedBootstrap(stream("tasks", name), Gains.RESAMPLES, inquiry.confidence())
        .interval(
            Collections.nCopies(tasks, values.length),
            drawn ->
                statistic.applyAsDouble(
                    IntStream.range(0, tasks)
                        .mapToObj(task -> drawn(TaskScores.column(values, task), drawn.get(task)))
                        .flatMapToDouble(Arrays::stream)
                        .toArray()));
  }

  /** The numbers of drawn seeds. */
  static double[] drawn(double[] values, int[] seeds) {
    return Arrays.stream(seeds).mapToDouble(seed -> values[seed]).toArray();
  }

  /** The mean without the lowest and highest quarter; a single seed leaves it without interval. */
  Estimate interquartileMean(String name, double[][] values) {
    return new Estimate(
        name,
        RobustMeans.interquartileMean(flat(values)),
        Optional.of(byTask(name, values, RobustMeans::interquartileMean))
            .filter(interval -> values.length > 1),
        flat(values).length,
        values.length);
  }

  /** Randomness of the judge's own. */
  long stream(String what, String name) {
    return inquiry.seeds().stream("bootstrap/" + what + "/" + name);
  }

  /** All numbers in one row. */
  static double[] flat(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
  }
}
