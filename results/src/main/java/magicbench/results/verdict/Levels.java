package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;
import magicbench.results.stats.Summary;

/**
 * The cause, coarsely: its own values where it is counted (whole numbers only, however many) or
 * there are few, else bins that hold about as many rows each. Seeds share the levels.
 */
final class Levels {

  private static final int MOST_VALUES = 12;
  private static final int BINS = 8;

  private final Observations observations;
  private final int[] levelOf;
  private final int count;

  private Levels(Observations observations, int[] levelOf, int count) {
    this.observations = observations;
    this.levelOf = levelOf;
    this.count = count;
  }

  static Levels of(Observations observations) {
    double[] cause = observations.sample().cause();
    double[] distinct = Arrays.stream(cause).sorted().distinct().toArray();
    boolean isBinned = distinct.length > MOST_VALUES && !isCounted(distinct);
    double[] starts = isBinned ? binStarts(cause) : distinct;
    int[] levelOf = Arrays.stream(cause).mapToInt(value -> levelOf(value, starts)).toArray();
    return new Levels(observations, levelOf, starts.length);
  }

  private static boolean isCounted(double[] distinct) {
    return Arrays.stream(distinct).allMatch(value -> value == Math.rint(value));
  }

  /** The smallest value of each bin; equal values share a bin. */
  private static double[] binStarts(double[] cause) {
    double[] sorted = cause.clone();
    Arrays.sort(sorted);
    return IntStream.range(0, BINS)
        .mapToDouble(bin -> sorted[(int) ((long) bin * sorted.length / BINS)])
        .distinct()
        .toArray();
  }

  private static int levelOf(double value, double[] starts) {
    int found = Arrays.binarySearch(starts, value);
    return found >= 0 ? found : -found - 2;
  }

  /** The outcome's mean at each level, by rising cause. */
  DoseResponse curve(Inquiry inquiry) {
    Metric metric = inquiry.claim().metric();
    List<DoseResponse.Level> levels = new ArrayList<>();
    for (int level = 0; level < count; level++) {
      levels.add(level(level, inquiry.confidence(), Probe.most(metric.outcome())));
    }
    return new DoseResponse(metric.cause(), metric.outcome(), levels);
  }

  private DoseResponse.Level level(int level, double confidence, double most) {
    int[] rows = rowsOf(level);
    double[] means = outcomeMeans(level).stream().flatMapToDouble(OptionalDouble::stream).toArray();
    double cause = Summary.mean(observations.sample().select(rows).cause());
    return new DoseResponse.Level(
        cause, Summary.mean(means), Estimates.intervalOf(means, confidence, most), rows.length);
  }

  private int[] rowsOf(int level) {
    return IntStream.range(0, levelOf.length).filter(row -> levelOf[row] == level).toArray();
  }

  /** Each seed's mean outcome at a level; empty where a seed has no such row. */
  private List<OptionalDouble> outcomeMeans(int level) {
    double[] outcome = observations.sample().outcome();
    int[] seedOf = observations.seedOf();
    int[] rows = rowsOf(level);
    return IntStream.range(0, observations.seeds())
        .mapToObj(
            seed ->
                Arrays.stream(rows)
                    .filter(row -> seedOf[row] == seed)
                    .mapToDouble(row -> outcome[row])
                    .average())
        .toList();
  }

  /** Seeds in rows, levels that every seed has in columns; a cell is the seed's mean outcome. */
  double[][] meansBySeed() {
    List<double[]> columns = new ArrayList<>();
    for (int level = 0; level < count; level++) {
      double[] means = Estimates.defined(outcomeMeans(level));
      if (means.length == observations.seeds()) {
        columns.add(means);
      }
    }
    double[][] cells = new double[observations.seeds()][columns.size()];
    for (int seed = 0; seed < cells.length; seed++) {
      int row = seed;
      Arrays.setAll(cells[seed], column -> columns.get(column)[row]);
    }
    return cells;
  }
}
