package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.RobustMeans;
import magicbench.results.stats.StratifiedBootstrap;
import magicbench.results.stats.Summary;
import magicbench.results.stats.TestResult;

/**
 * How much higher one method's child models score on labelled tasks than another's, seed by seed:
 * the mean over tasks, each task counting alike.
 *
 * <p>The tasks are those that were asked, not a draw of tasks: chance lies in the seeds. All of a
 * seed's scores share a search and a pre-training, so seeds are drawn whole; the runs of each task
 * are drawn by themselves too, as is usual elsewhere, and the interval that decides is the hull of
 * both and of Student's over seeds.
 */
final class TaskGain implements Gain {

  /** Scores are points from -100 to 100. */
  private static final double MOST = 200;

  private final Inquiry inquiry;
  private final Sides sides;
  private final TaskScores method;
  private final TaskScores against;
  private final double[][] gains;

  private TaskGain(Inquiry inquiry, Sides sides, TaskScores method, TaskScores against) {
    this.inquiry = inquiry;
    this.sides = sides;
    this.method = method;
    this.against = against;
    this.gains = method.minus(against);
  }

  /**
   * Reads both methods' scores.
   *
   * @throws InputException when a record lacks its score, or the methods' seeds or tasks differ
   */
  static TaskGain of(Inquiry inquiry) {
    Metric metric = inquiry.claim().metric();
    String reader = Estimators.reader(inquiry.claim());
    Sides sides = Sides.of(inquiry);
    TaskScores method = TaskScores.of(reader, sides.method(), metric);
    TaskScores against = TaskScores.of(reader, sides.against(), metric);
    if (!method.tasks().equals(against.tasks())) {
      throw new InputException(
          reader,
          inquiry.claim().method() + " has the tasks " + method.tasks() + ", not the other's",
          "run both on the same tasks; the other has " + against.tasks());
    }
    return new TaskGain(inquiry, sides, method, against);
  }

  List<String> tasks() {
    return method.tasks();
  }

  /** By seed, then task. */
  double[][] gains() {
    return gains;
  }

  @Override
  public String statistic() {
    return "gain of the mean " + inquiry.claim().metric().outcome();
  }

  @Override
  public String alternativeStatistic() {
    return "interquartile mean of the gains of " + inquiry.claim().metric().outcome();
  }

  @Override
  public SortedMap<Long, Double> perSeed() {
    return Gains.bySeed(method.seeds(), meanOverTasks(gains));
  }

  private static double[] meanOverTasks(double[][] gains) {
    return Arrays.stream(gains).mapToDouble(Summary::mean).toArray();
  }

  @Override
  public Estimate effect() {
    return mean(Gains.name(inquiry, statistic()), gains);
  }

  /** A single seed tells no spread: the gain may lie anywhere in its range. */
  private Estimate mean(String name, double[][] gains) {
    if (gains.length < 2) {
      Interval anywhere = new Interval(-MOST, MOST, inquiry.confidence());
      double only = Summary.mean(values(gains));
      return Estimate.within(name, only, anywhere, values(gains).length, gains.length);
    }
    Interval whole =
        new ClusterBootstrap(stream("seeds", name), Gains.RESAMPLES, inquiry.confidence())
            .interval(
                IntStream.range(0, gains.length).toArray(),
                new int[gains.length],
                seeds ->
                    Arrays.stream(seeds)
                        .mapToDouble(seed -> Summary.mean(gains[seed]))
                        .average()
                        .orElseThrow());
    Interval apart = byTask(name, gains, values -> Summary.mean(values));
    Interval both =
        new Interval(
            Math.min(whole.low(), apart.low()),
            Math.max(whole.high(), apart.high()),
            inquiry.confidence());
    return Gains.hull(name, meanOverTasks(gains), both, values(gains).length, MOST);
  }

  /** The interval of a statistic of all gains, each task's seeds drawn by themselves. */
  private Interval byTask(String name, double[][] gains, ToDoubleFunction<double[]> statistic) {
    int tasks = gains[0].length;
    return new StratifiedBootstrap(stream("tasks", name), Gains.RESAMPLES, inquiry.confidence())
        .interval(
            Collections.nCopies(tasks, gains.length),
            drawn ->
                statistic.applyAsDouble(
                    IntStream.range(0, tasks)
                        .mapToObj(task -> drawn(TaskScores.column(gains, task), drawn.get(task)))
                        .flatMapToDouble(Arrays::stream)
                        .toArray()));
  }

  private static double[] drawn(double[] values, int[] seeds) {
    return Arrays.stream(seeds).mapToDouble(seed -> values[seed]).toArray();
  }

  private long stream(String what, String name) {
    return inquiry.seeds().stream("bootstrap/" + what + "/" + name);
  }

  private static double[] values(double[][] gains) {
    return Arrays.stream(gains).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public List<Estimate> alternatives() {
    return List.of(
        Estimates.ofBounded(
            Gains.name(inquiry, statistic()) + ", Student's interval over seeds",
            meanOverTasks(gains),
            values(gains).length,
            inquiry.confidence(),
            MOST),
        interquartileMean(Gains.name(inquiry, alternativeStatistic()), gains));
  }

  private Estimate interquartileMean(String name, double[][] gains) {
    return new Estimate(
        name,
        RobustMeans.interquartileMean(values(gains)),
        Optional.of(byTask(name, gains, RobustMeans::interquartileMean))
            .filter(interval -> gains.length > 1),
        values(gains).length,
        gains.length);
  }

  @Override
  public List<Breakdown> breakdowns() {
    return List.of(
        new Breakdown(
            inquiry.claim().metric().cause(),
            IntStream.range(0, method.tasks().size()).mapToObj(this::stratum).toList()));
  }

  private Stratum stratum(int task) {
    String name = method.tasks().get(task);
    double[][] own =
        Arrays.stream(TaskScores.column(gains, task))
            .mapToObj(gain -> new double[] {gain})
            .toArray(double[][]::new);
    return new Stratum(
        name,
        mean(Gains.name(inquiry, statistic()) + " on " + name, own),
        interquartileMean(Gains.name(inquiry, alternativeStatistic()) + " on " + name, own));
  }

  @Override
  public List<Stage> stages() {
    return List.of(
        new Stage(
            inquiry.claim().metric().trainedShare(),
            Optional.of(effect()),
            Optional.of(interquartileMean(Gains.name(inquiry, alternativeStatistic()), gains)),
            curve()));
  }

  @Override
  public DoseResponse curve() {
    return new DoseResponse(inquiry.claim().metric().cause(), statistic(), List.of());
  }

  @Override
  public List<TestResult> otherTests() {
    return Gains.equivalence(inquiry, meanOverTasks(gains));
  }

  @Override
  public List<Estimate> measurements() {
    List<Estimate> all = new ArrayList<>();
    all.add(probabilityOfImprovement());
    IntStream.range(0, method.tasks().size()).forEach(task -> all.addAll(scores(task)));
    all.addAll(RunFigures.of(inquiry, sides));
    return all;
  }

  /** The mean over tasks of the chance that a run of the method beats a run of the other. */
  private Estimate probabilityOfImprovement() {
    String name = Gains.name(inquiry, "probability of improvement");
    int seeds = method.seeds().size();
    int tasks = method.tasks().size();
    Interval interval =
        new StratifiedBootstrap(stream("improvement", name), Gains.RESAMPLES, inquiry.confidence())
            .interval(
                Collections.nCopies(2 * tasks, seeds),
                drawn ->
                    IntStream.range(0, tasks)
                        .mapToDouble(
                            task ->
                                RobustMeans.probabilityOfLarger(
                                    drawn(method.of(task), drawn.get(task)),
                                    drawn(against.of(task), drawn.get(tasks + task))))
                        .average()
                        .orElseThrow());
    double value =
        IntStream.range(0, tasks)
            .mapToDouble(task -> RobustMeans.probabilityOfLarger(method.of(task), against.of(task)))
            .average()
            .orElseThrow();
    return new Estimate(
        name, value, Optional.of(interval).filter(found -> seeds > 1), values(gains).length, seeds);
  }

  private List<Estimate> scores(int task) {
    return List.of(
        score(method, inquiry.claim().method(), task),
        score(against, inquiry.claim().metric().against(), task));
  }

  private Estimate score(TaskScores scores, String name, int task) {
    return Estimates.ofNumbers(
        name + ": " + inquiry.claim().metric().outcome() + " on " + scores.tasks().get(task),
        scores.of(task),
        scores.seeds().size(),
        inquiry.confidence());
  }

  @Override
  public String beginning() {
    return "Both methods' child models are trained from the same kind of fresh weights, in which"
        + " there is nothing to gain.";
  }
}
