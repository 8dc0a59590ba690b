package magicbench.suites.assertion;

import java.math.BigDecimal;
import java.util.Locale;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdict;
import org.assertj.core.api.AbstractAssert;
import org.opentest4j.TestAbortedException;

/** AssertJ's words for judgements. */
public final class JudgementAssert extends AbstractAssert<JudgementAssert, Judgement> {

  private JudgementAssert(Judgement actual) {
    super(actual, JudgementAssert.class);
  }

  /**
   * Begins an assertion.
   *
   * @param actual the judgement
   * @return the assertion
   */
  public static JudgementAssert assertThat(Judgement actual) {
    return new JudgementAssert(actual);
  }

  /**
   * Passes when the claim is reproduced at its scale.
   *
   * @return this
   * @throws ContradictedClaimError when the records contradict it
   * @throws TestAbortedException when they can't tell, or nothing was run
   */
  public JudgementAssert isReproduced() {
    isNotNull();
    Verdict verdict = actual.verdict();
    if (verdict instanceof Verdict.Contradicted) {
      throw new ContradictedClaimError(message());
    }
    if (!(verdict instanceof Verdict.Reproduced)) {
      throw new TestAbortedException(message());
    }
    return this;
  }

  private String message() {
    return String.format(
        "%s: %s at scale %s%n  claim:  %s%n  effect: %s%n  reason: %s",
        actual.claim().id(),
        actual.verdict().word(),
        actual.scale(),
        actual.claim().title(),
        actual.evidence().map(JudgementAssert::effect).orElse("not measured"),
        actual.verdict().reason() + seedsNeeded());
  }

  private static String effect(Evidence evidence) {
    return String.format(
        Locale.ROOT,
        "%.3f (%s, %d seeds)",
        evidence.effect().value(),
        evidence.effect().interval().map(JudgementAssert::told).orElse("no interval"),
        evidence.effect().seeds());
  }

  private static String told(Interval interval) {
    return String.format(
        Locale.ROOT,
        "%s %% interval %.3f to %.3f",
        percent(interval.confidence()),
        interval.low(),
        interval.high());
  }

  // Never rounded: 97.5 is not 98.
  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private String seedsNeeded() {
    if (actual.verdict() instanceof Verdict.Undecided undecided
        && undecided.seedsNeeded().isPresent()) {
      return " (" + undecided.seedsNeeded().get().phrase() + " needed)";
    }
    return "";
  }
}
