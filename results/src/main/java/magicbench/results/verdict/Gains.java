package magicbench.results.verdict;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.stats.Equivalence;
import magicbench.results.stats.Interval;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.Summary;
import magicbench.results.stats.TestResult;

/** Claims that hold one method against another, and what they share. */
final class Gains {

  /** A gain of rank agreement with a truth. */
  static final String RANK_AGREEMENT = "rank-agreement-gain";

  /** A gain of a column's mean. */
  static final String MEAN = "mean-gain";

  /** A gain of the mean score over labelled tasks. */
  static final String TASKS = "task-gain";

  /** How much larger such a gain is than another pair's. */
  static final String GROWTH = "gain-growth";

  static final SortedSet<String> KINDS =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(List.of(GROWTH, MEAN, RANK_AGREEMENT, TASKS)));

  /** A gain of two numbers from -1 to 1 lies between -2 and 2. */
  static final double MOST = 2;

  static final int RESAMPLES = 2000;

  private Gains() {}

  static boolean are(Claim claim) {
    return KINDS.contains(claim.metric().kind());
  }

  /**
   * Checks what such a claim names.
   *
   * @throws InputException when the metric lacks what its kind needs
   */
  static void check(Claim claim) {
    Metric metric = claim.metric();
    require(
        claim, metric.heldFixed().isEmpty(), "heldFixed " + metric.heldFixed(), "leave it empty");
    require(
        claim,
        !metric.against().isEmpty() && !metric.against().equals(claim.method()),
        "metric against '" + metric.against() + "'",
        "name the other method that " + claim.method() + " is held against");
    require(claim, metric.limit().isEmpty(), "limit", "leave it out");
    boolean grows = metric.kind().equals(GROWTH);
    require(
        claim,
        grows ? isAnotherPair(claim) : metric.beside().isEmpty(),
        "beside " + metric.beside(),
        grows ? "name two other methods whose gain is smaller" : "leave it out");
    boolean ranks = metric.kind().equals(RANK_AGREEMENT);
    require(
        claim,
        ranks != metric.truth().isEmpty(),
        "metric truth '" + metric.truth() + "'",
        ranks ? "name the kind of trial that holds the truth" : "leave it out");
  }

  private static boolean isAnotherPair(Claim claim) {
    Set<String> beside = new TreeSet<>(claim.metric().beside());
    return beside.size() == 2
        && !beside.equals(new TreeSet<>(List.of(claim.method(), claim.metric().against())));
  }

  private static void require(Claim claim, boolean holds, String what, String remedy) {
    if (!holds) {
      throw new InputException(
          Estimators.reader(claim), what + " in a metric of kind " + claim.metric().kind(), remedy);
    }
  }

  static Gain of(Inquiry inquiry) {
    return switch (inquiry.claim().metric().kind()) {
      case RANK_AGREEMENT -> RankGain.of(inquiry);
      case TASKS -> TaskGain.of(inquiry);
      case GROWTH -> GainGrowth.of(inquiry);
      default -> MeanGain.of(inquiry);
    };
  }

  /** For instance {@code gain of Kendall's tau-b of magic-t over spos}. */
  static String name(Inquiry inquiry, String statistic) {
    return statistic
        + " of "
        + inquiry.claim().method()
        + " over "
        + inquiry.claim().metric().against();
  }

  static SortedMap<Long, Double> bySeed(List<Long> seeds, double[] values) {
    SortedMap<Long, Double> bySeed = new TreeMap<>();
    for (int seed = 0; seed < values.length; seed++) {
      bySeed.put(seeds.get(seed), values[seed]);
    }
    return bySeed;
  }

  static double[] values(SortedMap<Long, Double> bySeed) {
    return bySeed.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  static double[] differences(double[] values, double[] others) {
    double[] differences = new double[values.length];
    Arrays.setAll(differences, i -> values[i] - others[i]);
    return differences;
  }

  static double meanOfDefined(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /**
   * The mean over seeds with the hull of two intervals, each of which is too narrow where the other
   * isn't: the bootstrap's and Student's over the seeds' own numbers.
   */
  static Estimate hull(
      String name, double[] perSeed, Interval bootstrap, int observations, double most) {
    Interval hull =
        Estimates.intervalOf(perSeed, bootstrap.confidence(), most)
            .map(
                overSeeds ->
                    new Interval(
                        Math.min(bootstrap.low(), overSeeds.low()),
                        Math.max(bootstrap.high(), overSeeds.high()),
                        bootstrap.confidence()))
            .orElse(bootstrap);
    return new Estimate(
        name, Summary.mean(perSeed), Optional.of(hull), observations, perSeed.length);
  }

  /**
   * Whether the gain is shown to be too small to count: nothing with a single seed, or where any
   * gain counts.
   */
  static List<TestResult> equivalence(Inquiry inquiry, double[] perSeed) {
    double margin = inquiry.claim().tolerance().value();
    return perSeed.length < 2 || margin == 0
        ? List.of()
        : List.of(Equivalence.test(perSeed, margin));
  }

  /** The findings of such a claim; an undefined seed leaves no evidence. */
  static Findings findings(Inquiry inquiry) {
    Gain gain = of(inquiry);
    double[] perSeed = values(gain.perSeed());
    if (!Arrays.stream(perSeed).allMatch(Double::isFinite)) {
      return new Findings(inquiry, Optional.empty(), List.of());
    }
    return new Findings(inquiry, Optional.of(evidence(gain, perSeed)), Controls.check(inquiry));
  }

  private static Evidence evidence(Gain gain, double[] perSeed) {
    TestResult test = SignFlip.test(perSeed);
    return new Evidence(
        gain.statistic(),
        gain.alternativeStatistic(),
        gain.effect(),
        gain.perSeed(),
        test,
        test.pValue(),
        gain.otherTests(),
        gain.alternatives(),
        gain.breakdowns(),
        gain.curve(),
        gain.stages(),
        Optional.empty(),
        gain.beginning(),
        gain.measurements());
  }
}
