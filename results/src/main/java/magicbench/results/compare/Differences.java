package magicbench.results.compare;

import java.util.Locale;
import java.util.Optional;
import magicbench.results.stats.PairedT;
import magicbench.results.stats.SeedsBeforeAfter;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.Welch;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;

/**
 * How far a claim's effect moved from one judgement to another: seed by seed where both judged the
 * same claim by the same trials, whose ids hash seeds and settings; else as two independent samples
 * of seeds. The scale's name alone makes no other protocol.
 */
final class Differences {

  private static final double CONFIDENCE = 0.95;
  private static final String ONE_BY_ONE = "paired by seed: Student\u2019s t";

  private Differences() {}

  static Optional<Difference> of(Judgement before, Judgement after) {
    if (before.evidence().isEmpty() || after.evidence().isEmpty()) {
      return Optional.empty();
    }
    Evidence one = before.evidence().get();
    Evidence other = after.evidence().get();
    if (one.perSeed().isEmpty() || other.perSeed().isEmpty()) {
      return Optional.empty();
    }
    boolean paired =
        before.claim().equals(after.claim())
            && before.trials().equals(after.trials())
            && one.perSeed().keySet().equals(other.perSeed().keySet());
    SeedsBeforeAfter seeds = new SeedsBeforeAfter(one.perSeed(), other.perSeed());
    return Optional.of(paired ? paired(seeds) : unpaired(seeds, why(before, after)));
  }

  private static String why(Judgement before, Judgement after) {
    long shared = before.trials().stream().filter(after.trials()::contains).count();
    return shared == 0
        ? "unpaired (other trials)"
        : "unpaired (other trials, but %d on both sides, so not wholly independent)"
            .formatted(shared);
  }

  private static Difference paired(SeedsBeforeAfter both) {
    double[] differences = both.differences();
    int seeds = differences.length;
    if (seeds < 2) {
      return untold(differences[0], true, seeds, seeds, "paired by seed; one seed tells no spread");
    }
    boolean enumerable = seeds <= SignFlip.MOST_DIFFERENCES;
    PairedT moved = both.paired(CONFIDENCE);
    return new Difference(
        moved.difference(),
        Optional.of(moved.interval()),
        true,
        seeds,
        seeds,
        enumerable ? Optional.of(SignFlip.test(differences)) : Optional.empty(),
        Optional.empty(),
        ONE_BY_ONE + (enumerable ? ", exact sign flip" : "; too many seeds for the exact test"));
  }

  private static Difference unpaired(SeedsBeforeAfter both, String lead) {
    int before = both.before().size();
    int after = both.after().size();
    if (!both.tellsSpread()) {
      String why = before < 2 || after < 2 ? "one seed tells" : "seeds that all agree tell";
      return untold(both.meanMoved(), false, before, after, lead + "; " + why + " no spread");
    }
    Welch welch = both.welch(CONFIDENCE);
    return new Difference(
        welch.difference(),
        Optional.of(welch.interval()),
        false,
        before,
        after,
        Optional.of(welch.test()),
        Optional.empty(),
        String.format(Locale.ROOT, "%s: Welch, df %.1f", lead, welch.degreesOfFreedom()));
  }

  private static Difference untold(
      double value, boolean paired, int seedsBefore, int seedsAfter, String how) {
    return new Difference(
        value,
        Optional.empty(),
        paired,
        seedsBefore,
        seedsAfter,
        Optional.empty(),
        Optional.empty(),
        how);
  }
}
