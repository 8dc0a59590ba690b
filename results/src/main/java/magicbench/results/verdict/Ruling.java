package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Interval;
import magicbench.results.stats.SampleSize;
import magicbench.results.stats.SignFlip;
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

  private static final double POWER = 0.8;

  private static final String BY_TEST =
      "The fewest seeds with which the exact test reaches the level if all of them agree.";
  private static final String BY_HALVING =
      "Each further seed at best halves the p-value of the exact test.";
  private static final String BY_INTERVAL =
      "The interval is taken to shrink around the present estimate as Student's does with the number"
          + " of seeds, until it no longer holds the tolerance.";

  Verdict verdict() {
    return Stream.of(failedControl(effect(), controls), tooFewSeeds(), decided())
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
                + seeds(evidence)
                + " the exact test can't go below p = "
                + Numbers.pValue(smallest)
                + family()
                + ", and the level is "
                + Numbers.plain(level)
                + ".",
            Optional.of(SeedsNeeded.inAll(seedsForTest(), evidence.perSeed().size(), BY_TEST)),
            detectable(inquiry, evidence)));
  }

  private int seedsForTest() {
    return SampleSize.seedsForSignFlip(claim().decision().level() / familySize);
  }

  /** UNDECIDED by the first control that failed; nothing where all passed. */
  static List<Verdict> failedControl(String effect, List<ControlResult> controls) {
    return controls.stream()
        .filter(control -> !control.passed())
        .limit(1)
        .<Verdict>map(
            control ->
                new Verdict.Undecided(
                    effect + ", but the instrument can't be trusted: " + failure(control) + ".",
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }

  private static String failure(ControlResult control) {
    return "the control "
        + control.name()
        + " found "
        + Numbers.effect(control.measured().value())
        + control
            .measured()
            .interval()
            .map(found -> " (" + Numbers.interval(found) + ")")
            .orElse("")
        + " where it must find "
        + control.expected();
  }

  private List<Verdict> decided() {
    Interval signed = Signed.of(claim(), evidence.effect().bounds());
    if (signed.low() > tolerance && isSignificant()) {
      return List.of(
          new Verdict.Reproduced(
              effect()
                  + ", wholly beyond the tolerance of "
                  + Numbers.effect(tolerance)
                  + " in the claimed direction; "
                  + test()
                  + exceptions()
                  + "."));
    }
    if (signed.high() >= tolerance) {
      return List.of();
    }
    return List.of(signed.low() > 0 ? tooSmall() : contradicted(signed));
  }

  /**
   * Where the effect lies wholly on the other side of 0, which a mean over all may hide. A part's
   * interval is its own: no correction is made for how many parts there are.
   */
  private String exceptions() {
    return evidence.breakdowns().stream()
        .flatMap(
            breakdown ->
                breakdown.strata().stream()
                    .filter(this::isContrary)
                    .map(stratum -> exception(breakdown.by(), stratum)))
        .collect(Collectors.joining());
  }

  private boolean isContrary(Stratum stratum) {
    return stratum
        .effect()
        .interval()
        .map(interval -> Signed.of(claim(), interval).high() < 0)
        .orElse(false);
  }

  private static String exception(String by, Stratum stratum) {
    return "; but of the "
        + by
        + " "
        + stratum.name()
        + " it is the other way round, by its own interval: "
        + Numbers.effect(stratum.effect().value())
        + " ("
        + stratum.effect().interval().map(Numbers::interval).orElseThrow()
        + ")";
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
        Optional.empty(),
        detectable(inquiry, evidence));
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
    Interval signed = Signed.of(claim(), evidence.effect().bounds());
    return signed.low() > tolerance
        ? new Verdict.Undecided(
            effect()
                + ", beyond the tolerance of "
                + Numbers.effect(tolerance)
                + ", but "
                + test()
                + ".",
            Optional.of(seedsByHalving()),
            detectable(inquiry, evidence))
        : new Verdict.Undecided(
            effect()
                + ", an interval that holds the tolerance of "
                + Numbers.effect(claim().direction().sign() * tolerance)
                + "; "
                + test()
                + ".",
            Optional.of(
                seedsForInterval(
                    Signed.of(claim(), evidence.effect().value()),
                    signed,
                    tolerance,
                    evidence.perSeed().size())),
            detectable(inquiry, evidence));
  }

  private SeedsNeeded seedsByHalving() {
    int now = evidence.perSeed().size();
    int more = SampleSize.moreForSignFlip(evidence.adjustedPValue(), claim().decision().level());
    return SeedsNeeded.inAll(now + more, now, BY_HALVING);
  }

  /** How many seeds might take an interval off the bar that it holds. */
  static SeedsNeeded seedsForInterval(double value, Interval signed, double bar, int now) {
    double halfWidth = value > bar ? value - signed.low() : signed.high() - value;
    int needed =
        SampleSize.seedsForInterval(
                Math.abs(value - bar),
                halfWidth,
                now,
                signed.confidence(),
                SignFlip.MOST_DIFFERENCES)
            .orElse(SignFlip.MOST_DIFFERENCES + 1);
    return SeedsNeeded.inAll(needed, now, BY_INTERVAL);
  }

  /** By Student's t over the seeds: with the hull, which is no narrower, it takes as much. */
  static Optional<Double> detectable(Inquiry inquiry, Evidence evidence) {
    double[] perSeed =
        evidence.perSeed().values().stream().mapToDouble(Double::doubleValue).toArray();
    return perSeed.length < 2
        ? Optional.empty()
        : Optional.of(
            SampleSize.minimumDetectableEffect(
                Summary.standardDeviation(perSeed),
                perSeed.length,
                1 - inquiry.confidence(),
                POWER));
  }

  private String effect() {
    return effect(inquiry, evidence);
  }

  /** What was found, as sentences begin. */
  static String effect(Inquiry inquiry, Evidence evidence) {
    return "At "
        + inquiry.scale()
        + " scale "
        + evidence.effect().name()
        + " is "
        + Numbers.effect(evidence.effect().value())
        + " ("
        + evidence.effect().interval().map(found -> Numbers.interval(found) + ", ").orElse("")
        + seeds(evidence)
        + ")";
  }

  private static String seeds(Evidence evidence) {
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
