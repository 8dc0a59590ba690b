package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import magicbench.results.stats.Interval;

/**
 * The rules by which evidence of a stated level becomes a verdict, in their order: a single run, a
 * failed control, an interval wholly on one side of the least level that counts, which is the
 * paper's value less the tolerance.
 *
 * @param inquiry the claim and its records
 * @param evidence its effect is the level minus the paper's value
 * @param controls the controls
 * @param tolerance how far below the paper's value still counts
 */
record LevelRuling(
    Inquiry inquiry, Evidence evidence, List<ControlResult> controls, double tolerance) {

  private static final String BY_COUNT = "An interval takes two seeds at least.";

  Verdict verdict() {
    return evidence.effect().interval().map(this::verdict).orElseGet(this::singleRun);
  }

  private Verdict verdict(Interval interval) {
    return Ruling.failedControl(effect(), controls).stream()
        .findFirst()
        .orElseGet(() -> decided(interval));
  }

  private Verdict singleRun() {
    return new Verdict.Undecided(
        effect() + "; a single seed has no interval.",
        Optional.of(SeedsNeeded.inAll(2, evidence.perSeed().size(), BY_COUNT)),
        Optional.empty());
  }

  private Verdict decided(Interval interval) {
    if (interval.low() > -tolerance) {
      return new Verdict.Reproduced(effect() + ", wholly above " + least() + ".");
    }
    return interval.high() < -tolerance
        ? new Verdict.Contradicted(effect() + ", wholly below " + least() + ".")
        : undecided(interval);
  }

  private Verdict undecided(Interval interval) {
    Estimate found = evidence.effect();
    return new Verdict.Undecided(
        effect() + ", an interval that holds " + least() + ".",
        Optional.of(Ruling.seedsForInterval(found.value(), interval, -tolerance, found.seeds())),
        Ruling.detectable(inquiry, evidence));
  }

  /** The least level that counts, as a sentence names it. */
  private String least() {
    return tolerance == 0
        ? "the paper's value"
        : "the least that counts, " + Numbers.effect(tolerance) + " below the paper's value";
  }

  private String effect() {
    return Ruling.effect(inquiry, evidence);
  }
}
