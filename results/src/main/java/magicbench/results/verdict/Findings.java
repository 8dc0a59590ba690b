package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.TestResult;

/**
 * What complete records say about a claim, before the claims of its family are taken together.
 *
 * @param inquiry the claim and its records
 * @param evidence its p-value not adjusted yet; empty when the effect is undefined in a seed
 * @param controls the negative controls; none without evidence
 */
record Findings(Inquiry inquiry, Optional<Evidence> evidence, List<ControlResult> controls) {

  static Findings of(Inquiry inquiry) {
    requireEnumerable(inquiry);
    if (inquiry.claim().metric().statesLevel()) {
      return StatedLevel.findings(inquiry);
    }
    return Gains.are(inquiry.claim()) ? Gains.findings(inquiry) : ofOneMethod(inquiry);
  }

  private static Findings ofOneMethod(Inquiry inquiry) {
    Observations decisive = inquiry.at(inquiry.claim().metric().trainedShare());
    double[] perSeed = Estimates.defined(decisive.perSeed(inquiry.kind().decisive()));
    return perSeed.length < decisive.seeds()
        ? new Findings(inquiry, Optional.empty(), List.of())
        : new Findings(
            inquiry, Optional.of(evidence(inquiry, decisive, perSeed)), Controls.check(inquiry));
  }

  private static void requireEnumerable(Inquiry inquiry) {
    long seeds =
        inquiry.records().stream()
            .filter(record -> record.trial().kind().equals(inquiry.claim().experiment()))
            .map(record -> record.trial().seed())
            .distinct()
            .count();
    if (seeds > SignFlip.MOST_DIFFERENCES) {
      throw new InputException(
          Estimators.reader(inquiry.claim()),
          seeds + " seeds at " + inquiry.scale() + " scale",
          "plan at most "
              + SignFlip.MOST_DIFFERENCES
              + ": the exact test tries every pattern of signs");
    }
  }

  private static Evidence evidence(Inquiry inquiry, Observations decisive, double[] perSeed) {
    List<Stage> stages = Stages.of(inquiry);
    Stage decided = Stages.at(inquiry.claim().metric().trainedShare(), stages, inquiry);
    Stage untrained = Stages.at(0, stages, inquiry);
    Learning learning = new Learning(inquiry, decided, untrained);
    TestResult test = SignFlip.test(perSeed);
    return new Evidence(
        inquiry.kind().statistic(),
        inquiry.kind().alternativeStatistic(),
        decided.effect().orElseThrow(),
        bySeed(inquiry, perSeed),
        test,
        test.pValue(),
        Trend.of(inquiry, Levels.of(decisive)),
        Alternatives.of(inquiry, decisive, decided),
        Breakdowns.of(inquiry, decisive),
        decided.curve(),
        stages,
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
}
