package magicbench.results.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;

/** Verdicts written by hand, with every part filled. */
final class Handmade {

  static final Verdict REPRODUCED = new Verdict.Reproduced("since it is so");
  static final Verdict CONTRADICTED = new Verdict.Contradicted("since it is not so");
  static final Verdict UNDECIDED =
      new Verdict.Undecided(
          "who knows", Optional.of(new SeedsNeeded(3, true, "by rule")), Optional.of(0.25));
  static final Verdict NOT_RUN = new Verdict.NotRun("nobody tried");

  private Handmade() {}

  static Verdicts verdicts(Judgement... judgements) {
    return new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(judgements));
  }

  static Judgement judgement(Claim claim, Verdict verdict) {
    boolean run = !(verdict instanceof Verdict.NotRun);
    return new Judgement(
        claim,
        "bench",
        "A made-up scale.",
        run ? "cpu" : "none",
        verdict,
        run ? Optional.of(evidence()) : Optional.empty(),
        run
            ? List.of(new ControlResult("shuffled-cause", "Nothing.", true, estimate(), "a nil"))
            : List.of(),
        List.of(new Sensitivity(0.5, 0.1, verdict.word())),
        "2".repeat(64),
        run ? new TreeMap<>(Map.of("0".repeat(32), "1".repeat(64))) : new TreeMap<>());
  }

  private static Evidence evidence() {
    SortedMap<Long, Double> perSeed = new TreeMap<>();
    perSeed.put(2L, -0.5);
    perSeed.put(10L, -0.75);
    DoseResponse curve =
        new DoseResponse(
            "differences",
            "gradientCosine",
            List.of(
                new DoseResponse.Level(1, 0.5, Optional.of(new Interval(0.25, 0.75, 0.95)), 8)));
    return new Evidence(
        "rho",
        "tau",
        estimate(),
        perSeed,
        new TestResult("sign flip", -0.625, 0.5, 0.5),
        1,
        List.of(new TestResult("Page", 28, 0.25, 0.125)),
        List.of(estimate()),
        List.of(new Breakdown("layer", List.of(new Stratum("0", estimate(), estimate())))),
        curve,
        List.of(
            new Stage(0, Optional.empty(), Optional.empty(), curve),
            new Stage(1, Optional.of(estimate()), Optional.of(estimate()), curve)),
        Optional.of(estimate()),
        "Compared.",
        List.of(estimate()));
  }

  private static Estimate estimate() {
    return Estimate.within("rho", -0.625, new Interval(-0.75, -0.5, 0.95), 8, 2);
  }
}
