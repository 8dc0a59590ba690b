package magicbench.results.compare;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import magicbench.results.stats.Interval;
import magicbench.results.stats.MeanInterval;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.Summary;
import magicbench.results.stats.TestResult;
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
    return Optional.of(
        paired
            ? paired(one.perSeed(), other.perSeed())
            : unpaired(values(one.perSeed()), values(other.perSeed()), why(before, after)));
  }

  private static String why(Judgement before, Judgement after) {
    long shared = before.trials().stream().filter(after.trials()::contains).count();
    return shared == 0
        ? "unpaired (other trials)"
        : "unpaired (other trials, but %d on both sides, so not wholly independent)"
            .formatted(shared);
  }

  private static double[] values(SortedMap<Long, Double> perSeed) {
    return perSeed.values().stream().mapToDouble(x -> x).toArray();
  }

  private static Difference paired(SortedMap<Long, Double> before, SortedMap<Long, Double> after) {
    double[] differences =
        before.keySet().stream().mapToDouble(seed -> after.get(seed) - before.get(seed)).toArray();
    int seeds = differences.length;
    if (seeds < 2) {
      return untold(differences[0], true, seeds, seeds, "paired by seed; one seed tells no spread");
    }
    boolean enumerable = seeds <= SignFlip.MOST_DIFFERENCES;
    return new Difference(
        Summary.mean(differences),
        Optional.of(MeanInterval.studentT(differences, CONFIDENCE)),
        true,
        seeds,
        seeds,
        enumerable ? Optional.of(SignFlip.test(differences)) : Optional.empty(),
        Optional.empty(),
        ONE_BY_ONE + (enumerable ? ", exact sign flip" : "; too many seeds for the exact test"));
  }

  private static Difference unpaired(double[] before, double[] after, String lead) {
    double moved = Summary.mean(after) - Summary.mean(before);
    if (before.length < 2 || after.length < 2) {
      return untold(moved, false, before.length, after.length, lead + "; one seed tells no spread");
    }
    if (DoubleStream.of(before).distinct().count() == 1
        && DoubleStream.of(after).distinct().count() == 1) {
      return untold(
          moved,
          false,
          before.length,
          after.length,
          lead + "; seeds that all agree tell no spread");
    }
    Welch welch = Welch.of(before, after, CONFIDENCE);
    Optional<Interval> interval = Optional.of(welch.interval());
    Optional<TestResult> test = Optional.of(welch.test());
    String how = String.format(Locale.ROOT, "%s: Welch, df %.1f", lead, welch.degreesOfFreedom());
    return new Difference(
        welch.difference(),
        interval,
        false,
        before.length,
        after.length,
        test,
        Optional.empty(),
        how);
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
