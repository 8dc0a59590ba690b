package magicbench.results.verdict;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Interval;
import magicbench.results.stats.SampleSize;
import magicbench.results.stats.Summary;

/**
 * The rules by which evidence becomes a verdict, in their order.
 *
 * @param inquiry the claim and its records
 * @param evidence with the adjusted p-value
 * @param controls the negative controls
 * @param familySize how many claims share the level
 * @param tolerance the smallest effect that counts
 */
record Ruling(
    Inquiry inquiry,
    Evidence evidence,
    List<ControlResult> controls,
    int familySize,
    double tolerance) {

  private static final int MOST_SEEDS = 1000;

  Verdict verdict() {
    return Stream.of(failedControl(), tooFewSeeds(), decided())
        .flatMap(List::stream)
        .findFirst()
        .orElseGet(this::undecided);
  }

  /** At worst Holm's method multiplies a p-value by the size of the family. */
  private List<Verdict> tooFewSeeds() {
    double level = claim().decision().level();
    double smallest = Math.min(1, Math.scalb(2.0, -evidence.perSeed().size()) * familySize);
    if (smallest <= level) {
      return List.of();
    }
    return List.of(
        new Verdict.Undecided(
            effect()
                + "; with "
                + seeds()
                + " the exact test can't go below p = "
                + Numbers.pValue(smallest)
                + family()
                + ", and the level is "
                + Numbers.plain(level)
                + ".",
            OptionalInt.of(seedsForTest())));
  }

  private int seedsForTest() {
    int needed = SampleSize.seedsForSignFlip(claim().decision().level() / familySize);
    return Math.max(1, needed - evidence.perSeed().size());
  }

  private List<Verdict> failedControl() {
    return controls.stream()
        .filter(control -> !control.passed())
        .limit(1)
        .<Verdict>map(
            control ->
                new Verdict.Undecided(
                    effect() + ", but the instrument can't be trusted: " + failure(control) + ".",
                    OptionalInt.empty()))
        .toList();
  }

  private static String failure(ControlResult control) {
    return "the control "
        + control.name()
        + " found "
        + Numbers.effect(control.measured().value())
        + " ("
        + Numbers.interval(control.measured().interval())
        + ") where it must find "
        + control.expected();
  }

  private List<Verdict> decided() {
    Interval signed = Signed.of(claim(), evidence.effect().interval());
    if (signed.low() > tolerance && isSignificant()) {
      return List.of(
          new Verdict.Reproduced(
              effect()
                  + ", wholly beyond the tolerance of "
                  + Numbers.effect(tolerance)
                  + " in the claimed direction; "
                  + test()
                  + "."));
    }
    if (signed.high() >= tolerance) {
      return List.of();
    }
    return List.of(signed.low() > 0 ? tooSmall() : contradicted(signed));
  }

  private Verdict contradicted(Interval signed) {
    return new Verdict.Contradicted(effect() + ", " + shortfall(signed) + "; " + test() + ".");
  }

  /** The claim names a direction: an effect that points there does not contradict it. */
  private Verdict tooSmall() {
    return new Verdict.Undecided(
        effect()
            + ", in the claimed direction but wholly short of the tolerance of "
            + Numbers.effect(tolerance)
            + "; "
            + test()
            + ".",
        OptionalInt.empty());
  }

  private boolean isSignificant() {
    return evidence.adjustedPValue() <= claim().decision().level();
  }

  private String shortfall(Interval signed) {
    String margin = " (the tolerance is " + Numbers.effect(tolerance) + ")";
    if (signed.high() < -tolerance) {
      return "the opposite of what is claimed" + margin;
    }
    return signed.low() > -tolerance
        ? "absent or too small to count" + margin
        : "absent, too small to count or the other way round" + margin;
  }

  private Verdict undecided() {
    Interval signed = Signed.of(claim(), evidence.effect().interval());
    return signed.low() > tolerance
        ? new Verdict.Undecided(
            effect()
                + ", beyond the tolerance of "
                + Numbers.effect(tolerance)
                + ", but "
                + test()
                + ".",
            OptionalInt.of(seedsForTest()))
        : new Verdict.Undecided(
            effect()
                + ", an interval that holds the tolerance of "
                + Numbers.effect(claim().direction().sign() * tolerance)
                + "; "
                + test()
                + ".",
            seedsForInterval());
  }

  private OptionalInt seedsForInterval() {
    double[] perSeed =
        evidence.perSeed().values().stream().mapToDouble(Double::doubleValue).toArray();
    OptionalInt needed =
        SampleSize.seedsForInterval(
            Signed.of(claim(), evidence.effect().value()),
            tolerance,
            Summary.standardDeviation(perSeed),
            inquiry.confidence(),
            MOST_SEEDS);
    return needed.isPresent()
        ? OptionalInt.of(Math.max(1, needed.getAsInt() - perSeed.length))
        : needed;
  }

  private String effect() {
    return "At "
        + inquiry.scale()
        + " scale "
        + evidence.effect().name()
        + " is "
        + Numbers.effect(evidence.effect().value())
        + " ("
        + Numbers.interval(evidence.effect().interval())
        + ", "
        + seeds()
        + ")";
  }

  private String seeds() {
    return Numbers.count(evidence.perSeed().size(), "super-net seed");
  }

  private String test() {
    return "exact sign-flip p = " + Numbers.pValue(evidence.adjustedPValue()) + family();
  }

  private String family() {
    return familySize == 1 ? "" : " after Holm's correction over " + familySize + " claims";
  }

  private Claim claim() {
    return inquiry.claim();
  }
}
