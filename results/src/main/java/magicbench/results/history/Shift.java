package magicbench.results.history;

import java.util.Optional;
import magicbench.results.stats.Interval;

/**
 * How a run differs from its history in one number.
 *
 * @param claim the claim's id
 * @param what which number
 * @param kind which way it moved
 * @param runs how many earlier runs it was held against
 * @param before their mean; empty without any
 * @param now the run's; empty where it has none
 * @param difference now minus before, in the number's unit; for throughput the share gained
 * @param interval of the difference, 95 %
 * @param adjustedPValue two-sided, after Holm's correction over the run's claims
 * @param least how large a difference must be to count
 * @param how which test was used, or why none was
 */
public record Shift(
    String claim,
    What what,
    Kind kind,
    int runs,
    Optional<Double> before,
    Optional<Double> now,
    Optional<Double> difference,
    Optional<Interval> interval,
    Optional<Double> adjustedPValue,
    Optional<Double> least,
    String how) {

  /** A number that is watched. */
  public enum What {
    /** The claim's effect. */
    EFFECT,
    /** Trials an hour of one processor core. */
    THROUGHPUT
  }

  /** Which way a number moved. */
  public enum Kind {
    /** Further in the claimed direction, or faster. */
    BETTER,
    /** Further from the claimed direction, or slower. */
    WORSE,
    /** Not shown to have moved by an amount that counts. */
    SAME,
    /** Nothing to compare with, or too little of it. */
    UNWATCHED
  }

  /** The same, which way it moved decided at last. */
  Shift decided(double adjusted, Kind decided) {
    return new Shift(
        claim,
        what,
        decided,
        runs,
        before,
        now,
        difference,
        interval,
        Optional.of(adjusted),
        least,
        how);
  }

  static Shift unwatched(String claim, What what, int runs, String why) {
    return new Shift(
        claim,
        what,
        Kind.UNWATCHED,
        runs,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        why);
  }
}
