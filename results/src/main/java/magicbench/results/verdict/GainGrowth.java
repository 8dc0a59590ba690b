package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.file.InputException;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.RobustMeans;
import magicbench.results.stats.Summary;
import magicbench.results.stats.TestResult;

/**
 * How much larger one method's gain over another is than that of two other methods, seed by seed:
 * whether a gap grows, as networks shrink for instance. Each gain is {@link TaskGain}'s mean over
 * tasks; seeds are drawn whole, and the interval that decides is the hull of that bootstrap and of
 * Student's over seeds.
 */
final class GainGrowth implements Gain {

  /** A difference of two gains, each of which lies between -200 and 200 points. */
  private static final double MOST = 400;

  private final Inquiry inquiry;
  private final TaskGain own;
  private final TaskGain beside;
  private final List<Long> seeds;
  private final double[] growths;

  private GainGrowth(Inquiry inquiry, TaskGain own, TaskGain beside) {
    this.inquiry = inquiry;
    this.own = own;
    this.beside = beside;
    this.seeds = List.copyOf(own.perSeed().keySet());
    this.growths = Gains.differences(Gains.values(own.perSeed()), Gains.values(beside.perSeed()));
  }

  /**
   * Reads both gains.
   *
   * @throws InputException when a record lacks its score, or seeds or tasks differ
   */
  static GainGrowth of(Inquiry inquiry) {
    TaskGain own = TaskGain.of(inquiry);
    TaskGain beside = TaskGain.of(inquiry.beside());
    if (!own.perSeed().keySet().equals(beside.perSeed().keySet())) {
      throw new InputException(
          Estimators.reader(inquiry.claim()),
          "the gains are of the seeds "
              + own.perSeed().keySet()
              + " and "
              + beside.perSeed().keySet(),
          "run all four methods with the same seeds: they are compared seed by seed");
    }
    if (!own.tasks().equals(beside.tasks())) {
      throw new InputException(
          Estimators.reader(inquiry.claim()),
          "the gains are of the tasks " + own.tasks() + " and " + beside.tasks(),
          "run all four methods on the same tasks");
    }
    return new GainGrowth(inquiry, own, beside);
  }

  @Override
  public String statistic() {
    return "growth of the " + own.statistic();
  }

  @Override
  public String alternativeStatistic() {
    return "interquartile mean of that growth";
  }

  @Override
  public SortedMap<Long, Double> perSeed() {
    return Gains.bySeed(seeds, growths);
  }

  private String name(String statistic) {
    List<String> pair = inquiry.claim().metric().beside();
    return Gains.name(inquiry, statistic) + " from that of " + pair.get(0) + " over " + pair.get(1);
  }

  @Override
  public Estimate effect() {
    return mean(name(statistic()), growths);
  }

  /** A single seed tells no spread: the growth may lie anywhere in its range. */
  private Estimate mean(String name, double[] values) {
    if (values.length < 2) {
      Interval anywhere = new Interval(-MOST, MOST, inquiry.confidence());
      return Estimate.within(name, values[0], anywhere, values.length, values.length);
    }
    return Gains.hull(name, values, bootstrap(name, values, Summary::mean), values.length, MOST);
  }

  private Interval bootstrap(String name, double[] values, ToDoubleFunction<double[]> statistic) {
    return new ClusterBootstrap(
            inquiry.seeds().stream("bootstrap/growth/" + name),
            Gains.RESAMPLES,
            inquiry.confidence())
        .interval(
            IntStream.range(0, values.length).toArray(),
            new int[values.length],
            drawn ->
                statistic.applyAsDouble(
                    Arrays.stream(drawn).mapToDouble(seed -> values[seed]).toArray()));
  }

  @Override
  public List<Estimate> alternatives() {
    return List.of(
        Estimates.ofBounded(
            name(statistic()) + ", Student's interval over seeds",
            growths,
            growths.length,
            inquiry.confidence(),
            MOST),
        interquartileMean(name(alternativeStatistic()), growths));
  }

  private Estimate interquartileMean(String name, double[] values) {
    return new Estimate(
        name,
        RobustMeans.interquartileMean(values),
        values.length > 1
            ? Optional.of(bootstrap(name, values, RobustMeans::interquartileMean))
            : Optional.empty(),
        values.length,
        values.length);
  }

  @Override
  public List<Breakdown> breakdowns() {
    return List.of(
        new Breakdown(
            inquiry.claim().metric().cause(),
            IntStream.range(0, own.tasks().size()).mapToObj(this::stratum).toList()));
  }

  private Stratum stratum(int task) {
    double[] values =
        Gains.differences(
            TaskScores.column(own.gains(), task), TaskScores.column(beside.gains(), task));
    String on = " on " + own.tasks().get(task);
    return new Stratum(
        own.tasks().get(task),
        mean(name(statistic()) + on, values),
        interquartileMean(name(alternativeStatistic()) + on, values));
  }

  @Override
  public List<Stage> stages() {
    return List.of(
        new Stage(
            inquiry.claim().metric().trainedShare(),
            Optional.of(effect()),
            Optional.of(interquartileMean(name(alternativeStatistic()), growths)),
            curve()));
  }

  @Override
  public DoseResponse curve() {
    return own.curve();
  }

  @Override
  public List<TestResult> otherTests() {
    return Gains.equivalence(inquiry, growths);
  }

  @Override
  public List<Estimate> measurements() {
    List<Estimate> all = new ArrayList<>(List.of(own.effect(), beside.effect()));
    all.addAll(own.measurements());
    all.addAll(beside.measurements());
    return all;
  }

  @Override
  public String beginning() {
    return own.beginning();
  }
}
