package magicbench.suites.assertion;

import static magicbench.suites.assertion.JudgementAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;
import magicbench.results.verdict.DoseResponse;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.SeedsNeeded;
import magicbench.results.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class JudgementAssertTest {

  private static final Claim CLAIM =
      ClaimRegistry.fromClasspath(JudgementAssertTest.class.getClassLoader())
          .byId("interference.grows-with-differences");

  @Test
  void a_reproduced_claim_passes() {
    Judgement judgement = judged(new Verdict.Reproduced("it stands"));
    assertThatCode(() -> assertThat(judgement).isReproduced()).doesNotThrowAnyException();
  }

  @Test
  void a_contradicted_claim_fails_with_claim_scale_effect_and_reason() {
    Judgement judgement = judged(new Verdict.Contradicted("the effect is absent"));
    assertThatThrownBy(() -> assertThat(judgement).isReproduced())
        .isInstanceOf(ContradictedClaimError.class)
        .hasMessage(
            String.format(
                "interference.grows-with-differences: CONTRADICTED at scale laptop%n"
                    + "  claim:  Interference grows with operator difference%n"
                    + "  effect: not measured%n"
                    + "  reason: the effect is absent"));
  }

  @Test
  void an_undecided_claim_aborts_and_says_how_many_seeds_it_would_take() {
    Judgement judgement = judged(undecided());
    assertThatThrownBy(() -> assertThat(judgement).isReproduced())
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("UNDECIDED")
        .hasMessageEndingWith("too few seeds (at least 3 more super-net seeds needed)");
  }

  @Test
  void a_claim_that_was_not_run_aborts_with_its_reason() {
    Judgement judgement = judged(new Verdict.NotRun("no records"));
    assertThatThrownBy(() -> assertThat(judgement).isReproduced())
        .isInstanceOf(TestAbortedException.class)
        .hasMessageEndingWith("no records");
  }

  private static Verdict undecided() {
    SeedsNeeded seeds = new SeedsNeeded(3, true, "by rule");
    return new Verdict.Undecided("too few seeds", Optional.of(seeds), Optional.empty());
  }

  @Test
  void a_confidence_is_told_as_it_is_and_not_rounded() {
    Judgement judgement = judged(new Verdict.Contradicted("no"), Optional.of(evidence(0.975)));
    assertThatThrownBy(() -> assertThat(judgement).isReproduced())
        .hasMessageContaining("effect: 0.200 (97.5 % interval 0.100 to 0.300, 8 seeds)");
  }

  private static Evidence evidence(double confidence) {
    Interval interval = new Interval(0.1, 0.3, confidence);
    Estimate effect = new Estimate("rho", 0.2, Optional.of(interval), 80, 8);
    return new Evidence(
        "rho",
        "tau",
        effect,
        new TreeMap<>(),
        new TestResult("sign flip", 1, 0.5, 0.01),
        0.5,
        List.of(),
        List.of(),
        List.of(),
        new DoseResponse("cause", "outcome", List.of()),
        List.of(),
        Optional.of(effect),
        "",
        List.of());
  }

  private static Judgement judged(Verdict verdict) {
    return judged(verdict, Optional.empty());
  }

  private static Judgement judged(Verdict verdict, Optional<Evidence> evidence) {
    return new Judgement(
        CLAIM,
        "laptop",
        "a scale",
        "cpu",
        verdict,
        evidence,
        List.of(),
        List.of(),
        "0".repeat(64),
        new TreeMap<>());
  }
}
