package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.TestResult;

/**
 * What a method's networks score, held against the number that the paper prints: the mean over
 * labelled tasks and seeds, minus the paper's value. The interval is {@link TaskMeans}'.
 *
 * <p>The paper's number is taken as it is: how far chance alone may part two such means is the
 * claim's tolerance. Nothing is compared seed by seed, so that no test decides; how far seeds lie
 * from the least level that counts is tested for readers.
 */
final class StatedLevel {

  private final Inquiry inquiry;
  private final Sides sides;
  private final TaskScores scores;
  private final TaskMeans means;
  private final double[][] above;

  private StatedLevel(Inquiry inquiry, Sides sides, TaskScores scores) {
    this.inquiry = inquiry;
    this.sides = sides;
    this.scores = scores;
    this.means = new TaskMeans(inquiry, Double.POSITIVE_INFINITY);
    double paper = paper(inquiry.claim());
    this.above =
        Arrays.stream(scores.bySeed())
            .map(row -> Arrays.stream(row).map(score -> score - paper).toArray())
            .toArray(double[][]::new);
  }

  /** The number that the paper prints. */
  static double paper(Claim claim) {
    return claim.paperValue().value().orElseThrow();
  }

  /**
   * Checks what such a claim names.
   *
   * @throws InputException when it lacks what its kind needs, or names what other kinds know
   */
  static void check(Claim claim) {
    Metric metric = claim.metric();
    require(claim, claim.paperValue().value().isPresent(), "no paper's value", "add it");
    require(
        claim,
        claim.direction() == Direction.INCREASING,
        "direction decreasing",
        "write increasing: what is stated is reached from below");
    require(
        claim, metric.table().equals(Metric.METRICS), "table " + metric.table(), "write metrics");
    require(
        claim,
        metric.heldFixed().isEmpty()
            && metric.against().isEmpty()
            && metric.truth().isEmpty()
            && metric.beside().isEmpty(),
        "heldFixed, against, truth or beside",
        "leave them empty or out: a level is one method's");
    boolean kept = claim.controls().contains(WithinLimit.NAME);
    require(
        claim,
        kept == metric.limit().isPresent(),
        kept ? "control within-limit without a limit" : "limit without control within-limit",
        "give both or neither");
  }

  private static void require(Claim claim, boolean holds, String what, String remedy) {
    if (!holds) {
      throw new InputException(
          Estimators.reader(claim), what + " in a claim of kind " + Metric.LEVEL, remedy);
    }
  }

  /**
   * The findings of such a claim.
   *
   * @throws InputException when a record lacks its score, or the seeds' tasks differ
   */
  static Findings findings(Inquiry inquiry) {
    Sides sides = Sides.of(inquiry);
    TaskScores scores =
        TaskScores.of(Estimators.reader(inquiry.claim()), sides.method(), inquiry.claim().metric());
    Evidence evidence = new StatedLevel(inquiry, sides, scores).evidence();
    return new Findings(inquiry, Optional.of(evidence), Controls.check(inquiry));
  }

  private Evidence evidence() {
    TestResult test = test();
    Estimate robust =
        means.interquartileMean(name("interquartile mean of " + metric().outcome()), above);
    DoseResponse curve = new DoseResponse(metric().cause(), statistic(), List.of());
    return new Evidence(
        statistic(),
        alternativeStatistic(),
        effect(),
        Gains.bySeed(scores.seeds(), TaskMeans.perSeed(above)),
        test,
        test.pValue(),
        List.of(),
        List.of(student(), robust),
        List.of(),
        curve,
        List.of(
            new Stage(metric().trainedShare(), Optional.of(effect()), Optional.of(robust), curve)),
        Optional.empty(),
        "What untrained networks score is no part of the question.",
        measurements());
  }

  private Metric metric() {
    return inquiry.claim().metric();
  }

  private String statistic() {
    return "mean " + metric().outcome() + " minus the paper's value";
  }

  private String alternativeStatistic() {
    return "interquartile mean of " + metric().outcome() + " minus the paper's value";
  }

  /** For instance {@code mean taskScore of magic-at minus the paper's 76.8}. */
  private String name(String mean) {
    return mean
        + " of "
        + inquiry.claim().method()
        + " minus the paper's "
        + Numbers.plain(paper(inquiry.claim()));
  }

  private Estimate effect() {
    return means.mean(name("mean " + metric().outcome()), above);
  }

  private Estimate student() {
    return Estimates.ofNumbers(
        name("mean " + metric().outcome()) + ", Student's interval over seeds",
        TaskMeans.perSeed(above),
        TaskMeans.flat(above).length,
        inquiry.confidence());
  }

  /** Whether as many seeds lie above the least level that counts, and as far, as below. */
  private TestResult test() {
    double tolerance = inquiry.claim().tolerance().value();
    TestResult found =
        SignFlip.test(
            Arrays.stream(TaskMeans.perSeed(above)).map(value -> value + tolerance).toArray());
    return new TestResult(
        found.method() + ", of the seeds' distances to the least level that counts",
        found.statistic(),
        found.pValue(),
        found.smallestPValue());
  }

  private List<Estimate> measurements() {
    List<Estimate> all = new ArrayList<>();
    String what = inquiry.claim().method() + ": mean " + metric().outcome();
    double[] perSeed = TaskMeans.perSeed(scores.bySeed());
    all.add(number(what, perSeed));
    IntStream.range(0, perSeed.length)
        .forEach(
            seed ->
                all.add(
                    number(
                        what + ", seed " + scores.seeds().get(seed),
                        new double[] {perSeed[seed]})));
    IntStream.range(0, scores.tasks().size())
        .forEach(
            task -> all.add(number(what + " on " + scores.tasks().get(task), scores.of(task))));
    all.addAll(RunFigures.of(inquiry, sides));
    return all;
  }

  private Estimate number(String name, double[] perSeed) {
    return Estimates.ofNumbers(name, perSeed, perSeed.length, inquiry.confidence());
  }
}
