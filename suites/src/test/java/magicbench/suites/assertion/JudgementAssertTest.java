package magicbench.suites.assertion;

import static magicbench.suites.assertion.JudgementAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
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

  private static Judgement judged(Verdict verdict) {
    return new Judgement(
        CLAIM,
        "laptop",
        "a scale",
        "cpu",
        verdict,
        Optional.empty(),
        List.of(),
        List.of(),
        "0".repeat(64),
        new TreeMap<>());
  }
}
