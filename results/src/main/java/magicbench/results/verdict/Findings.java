package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.stats.SignFlip;

/**
 * What complete records say about a claim, before the claims of its family are taken together.
 *
 * @param inquiry the claim and its records
 * @param evidence its p-value not adjusted yet; empty when the effect is undefined in a seed
 * @param controls the negative controls; none without evidence
 */
record Findings(Inquiry inquiry, Optional<Evidence> evidence, List<ControlResult> controls) {

  /** The exact test over seeds enumerates all sign patterns. */
  private static final int MOST_SEEDS = 20;

  static Findings of(Inquiry inquiry) {
    requireEnumerable(inquiry);
    Observations decisive = inquiry.at(inquiry.claim().metric().trainedShare());
    double[] perSeed = Estimates.defined(decisive.perSeed(inquiry.kind().decisive()));
    return perSeed.length < decisive.seeds()
        ? new Findings(inquiry, Optional.empty(), List.of())
        : new Findings(
            inquiry, Optional.of(evidence(inquiry, decisive, perSeed)), Controls.check(inquiry));
  }

  private static void requireEnumerable(Inquiry inquiry) {
    if (inquiry.records().size() > MOST_SEEDS) {
      throw new InputException(
          Estimators.reader(inquiry.claim()),
          inquiry.records().size() + " seeds at " + inquiry.scale() + " scale",
          "plan at most " + MOST_SEEDS + ": the exact test tries every pattern of signs");
    }
  }

  private static Evidence evidence(Inquiry inquiry, Observations decisive, double[] perSeed) {
    MetricKind kind = inquiry.kind();
    Estimate effect =
        new Effect(inquiry, decisive)
            .meanOverSeeds(inquiry.name(kind.statistic()), kind.decisive(), perSeed);
    Levels levels = Levels.of(decisive);
    Learning learning =
        new Learning(inquiry, perSeed, orZero(inquiry.at(0), kind), decisive.size());
    return new Evidence(
        effect,
        bySeed(inquiry, perSeed),
        SignFlip.test(perSeed),
        SignFlip.test(perSeed).pValue(),
        Trend.of(inquiry.claim(), levels),
        Alternatives.of(inquiry, decisive),
        Breakdowns.of(inquiry, decisive),
        levels.curve(inquiry),
        stages(inquiry),
        learning.learned(),
        learning.statement(),
        Measurements.of(inquiry));
  }

  private static SortedMap<Long, Double> bySeed(Inquiry inquiry, double[] perSeed) {
    SortedMap<Long, Double> bySeed = new TreeMap<>();
    for (int seed = 0; seed < perSeed.length; seed++) {
      bySeed.put(inquiry.records().get(seed).trial().seed(), perSeed[seed]);
    }
    return Collections.unmodifiableSortedMap(bySeed);
  }

  /** Away from the decisive stage, where nothing varies within a seed there is no association. */
  private static double[] orZero(Observations observations, MetricKind kind) {
    List<OptionalDouble> perSeed = observations.perSeed(kind.decisive());
    return perSeed.stream().mapToDouble(value -> value.orElse(0)).toArray();
  }

  private static List<Stage> stages(Inquiry inquiry) {
    Metric metric = inquiry.claim().metric();
    return inquiry.rows(metric.table()).shares().stream()
        .map(share -> stage(inquiry, share))
        .toList();
  }

  private static Stage stage(Inquiry inquiry, double trainedShare) {
    Observations observations = inquiry.at(trainedShare);
    Estimate effect =
        Estimates.ofCorrelations(
            inquiry.name(inquiry.kind().statistic()),
            orZero(observations, inquiry.kind()),
            observations.size(),
            inquiry.confidence());
    return new Stage(trainedShare, effect, Levels.of(observations).curve(inquiry));
  }
}
