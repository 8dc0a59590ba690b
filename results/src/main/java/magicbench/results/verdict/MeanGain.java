package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.claim.Metric;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.Summary;
import magicbench.results.stats.TestResult;

/**
 * How much higher the mean of a column is under one method than under another, seed by seed.
 *
 * <p>The rows of one base child model stay together in the bootstrap, under both methods: the two
 * super-nets of a seed are probed with the same base child models and batches.
 */
final class MeanGain implements Gain {

  private static final String BASE = "base";

  private final Inquiry inquiry;
  private final Sides sides;
  private final Side method;
  private final Side against;

  private MeanGain(Inquiry inquiry, Sides sides, Side method, Side against) {
    this.inquiry = inquiry;
    this.sides = sides;
    this.method = method;
    this.against = against;
  }

  /**
   * A row.
   *
   * @param isFirst whether it is the claim's method's
   * @param seed the super-net's, from 0
   * @param base the base child model
   * @param cause the level of the claim's cause
   * @param value the column's
   */
  private record Row(boolean isFirst, int seed, String base, double cause, double value) {}

  /**
   * Some rows of one method.
   *
   * @param rows in the order of the records
   */
  private record Side(List<Row> rows) {

    static Side of(Rows rows, Metric metric, boolean isFirst) {
      Labels bases = rows.by(BASE);
      double[] causes = rows.numbers(metric.cause());
      double[] values = rows.numbers(metric.outcome());
      int[] seeds = rows.seedOf();
      return new Side(
          IntStream.range(0, values.length)
              .mapToObj(
                  row ->
                      new Row(
                          isFirst,
                          seeds[row],
                          bases.names().get(bases.code(row)),
                          causes[row],
                          values[row]))
              .toList());
    }

    double mean(int seed) {
      return rows.stream()
          .filter(row -> row.seed == seed)
          .mapToDouble(Row::value)
          .average()
          .orElse(Double.NaN);
    }

    Side at(double cause) {
      return new Side(rows.stream().filter(row -> row.cause == cause).toList());
    }
  }

  static MeanGain of(Inquiry inquiry) {
    Metric metric = inquiry.claim().metric();
    Sides sides = Sides.of(inquiry);
    String reader = Estimators.reader(inquiry.claim());
    Rows method = Rows.of(reader, metric.table(), sides.method()).at(metric.trainedShare());
    Rows against = Rows.of(reader, metric.table(), sides.against()).at(metric.trainedShare());
    return new MeanGain(
        inquiry, sides, Side.of(method, metric, true), Side.of(against, metric, false));
  }

  @Override
  public String statistic() {
    return "gain of the mean " + inquiry.claim().metric().outcome();
  }

  @Override
  public String alternativeStatistic() {
    return statistic() + ", every number of " + inquiry.claim().metric().cause() + " alike";
  }

  @Override
  public SortedMap<Long, Double> perSeed() {
    return Gains.bySeed(sides.seeds(), differences(method, against));
  }

  private double[] differences(Side one, Side other) {
    return IntStream.range(0, sides.seeds().size())
        .mapToDouble(seed -> one.mean(seed) - other.mean(seed))
        .toArray();
  }

  @Override
  public Estimate effect() {
    return estimate(Gains.name(inquiry, statistic()), method, against);
  }

  private Estimate estimate(String name, Side one, Side other) {
    List<Row> rows = Stream.concat(one.rows.stream(), other.rows.stream()).toList();
    Interval bootstrap =
        new ClusterBootstrap(
                inquiry.seeds().stream("bootstrap/" + name), Gains.RESAMPLES, inquiry.confidence())
            .intervalByOuter(
                rows.stream().mapToInt(Row::seed).toArray(),
                Labels.ofTexts(rows.stream().map(Row::base).toList()).codes(),
                draws -> meanDifference(rows, draws));
    return Gains.hull(name, differences(one, other), bootstrap, rows.size(), Gains.MOST);
  }

  private static double meanDifference(List<Row> rows, List<int[]> draws) {
    return draws.stream()
        .mapToDouble(drawn -> mean(rows, drawn, true) - mean(rows, drawn, false))
        .average()
        .orElseThrow();
  }

  private static double mean(List<Row> rows, int[] drawn, boolean first) {
    return IntStream.of(drawn)
        .mapToObj(rows::get)
        .filter(row -> row.isFirst == first)
        .mapToDouble(Row::value)
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public List<Estimate> alternatives() {
    return List.of(
        Estimates.ofBounded(
            Gains.name(inquiry, statistic()) + ", Student's interval over seeds",
            differences(method, against),
            method.rows.size() + against.rows.size(),
            inquiry.confidence(),
            Gains.MOST),
        everyLevelAlike());
  }

  private Estimate everyLevelAlike() {
    double[] sums = new double[sides.seeds().size()];
    double[] levels = causes();
    for (double cause : levels) {
      double[] at = differences(method.at(cause), against.at(cause));
      Arrays.setAll(sums, seed -> sums[seed] + at[seed] / levels.length);
    }
    return Estimates.ofBounded(
        Gains.name(inquiry, alternativeStatistic()),
        sums,
        method.rows.size() + against.rows.size(),
        inquiry.confidence(),
        Gains.MOST);
  }

  /** The levels of the cause that every seed has under both methods, rising. */
  private double[] causes() {
    return method.rows.stream()
        .mapToDouble(Row::cause)
        .distinct()
        .sorted()
        .filter(
            cause ->
                Arrays.stream(differences(method.at(cause), against.at(cause)))
                    .allMatch(Double::isFinite))
        .toArray();
  }

  @Override
  public List<Stage> stages() {
    return List.of(
        new Stage(
            inquiry.claim().metric().trainedShare(),
            Optional.of(effect()),
            Optional.of(everyLevelAlike()),
            curve()));
  }

  @Override
  public DoseResponse curve() {
    SortedMap<Double, DoseResponse.Level> levels = new TreeMap<>();
    for (double cause : causes()) {
      Side one = method.at(cause);
      Side other = against.at(cause);
      double[] perSeed = differences(one, other);
      levels.put(
          cause,
          new DoseResponse.Level(
              cause,
              Summary.mean(perSeed),
              Estimates.intervalOf(perSeed, inquiry.confidence(), Gains.MOST),
              one.rows.size() + other.rows.size()));
    }
    return new DoseResponse(
        inquiry.claim().metric().cause(), statistic(), List.copyOf(levels.values()));
  }

  @Override
  public List<TestResult> otherTests() {
    return Gains.equivalence(inquiry, differences(method, against));
  }

  @Override
  public List<Estimate> measurements() {
    return RunFigures.of(inquiry, sides);
  }
}
