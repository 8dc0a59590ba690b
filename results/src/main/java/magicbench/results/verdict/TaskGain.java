package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.stats.Interval;
import magicbench.results.stats.RobustMeans;
import magicbench.results.stats.StratifiedBootstrap;
import magicbench.results.stats.TestResult;

/**
 * How much higher one method's child models score on labelled tasks than another's, seed by seed:
 * the mean over tasks, with {@link TaskMeans}' interval.
 */
final class TaskGain implements Gain {

  /** Scores are points from -100 to 100. */
  private static final double MOST = 200;

  private final Inquiry inquiry;
  private final Sides sides;
  private final TaskScores method;
  private final TaskScores against;
  private final TaskMeans means;
  private final double[][] gains;

  private TaskGain(Inquiry inquiry, Sides sides, TaskScores method, TaskScores against) {
    this.inquiry = inquiry;
    this.sides = sides;
    this.method = method;
    this.against = against;
    this.means = new TaskMeans(inquiry, MOST);
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
    return Gains.bySeed(method.seeds(), TaskMeans.perSeed(gains));
  }

  @Override
  public Estimate effect() {
    return means.mean(Gains.name(inquiry, statistic()), gains);
  }

  @Override
  public List<Estimate> alternatives() {
    return List.of(
        Estimates.ofBounded(
            Gains.name(inquiry, statistic()) + ", Student's interval over seeds",
            TaskMeans.perSeed(gains),
            TaskMeans.flat(gains).length,
            inquiry.confidence(),
            MOST),
        means.interquartileMean(Gains.name(inquiry, alternativeStatistic()), gains));
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
        means.mean(Gains.name(inquiry, statistic()) + " on " + name, own),
        means.interquartileMean(Gains.name(inquiry, alternativeStatistic()) + " on " + name, own));
  }

  @Override
  public List<Stage> stages() {
    return List.of(
        new Stage(
            inquiry.claim().metric().trainedShare(),
            Optional.of(effect()),
            Optional.of(
                means.interquartileMean(Gains.name(inquiry, alternativeStatistic()), gains)),
            curve()));
  }

  @Override
  public DoseResponse curve() {
    return new DoseResponse(inquiry.claim().metric().cause(), statistic(), List.of());
  }

  @Override
  public List<TestResult> otherTests() {
    return Gains.equivalence(inquiry, TaskMeans.perSeed(gains));
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
        new StratifiedBootstrap(
                means.stream("improvement", name), Gains.RESAMPLES, inquiry.confidence())
            .interval(
                Collections.nCopies(2 * tasks, seeds),
                drawn ->
                    IntStream.range(0, tasks)
                        .mapToDouble(
                            task ->
                                RobustMeans.probabilityOfLarger(
                                    TaskMeans.drawn(method.of(task), drawn.get(task)),
                                    TaskMeans.drawn(against.of(task), drawn.get(tasks + task))))
                        .average()
                        .orElseThrow());
    double value =
        IntStream.range(0, tasks)
            .mapToDouble(task -> RobustMeans.probabilityOfLarger(method.of(task), against.of(task)))
            .average()
            .orElseThrow();
    return new Estimate(
        name,
        value,
        Optional.of(interval).filter(found -> seeds > 1),
        TaskMeans.flat(gains).length,
        seeds);
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
