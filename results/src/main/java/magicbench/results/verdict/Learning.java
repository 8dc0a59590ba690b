package magicbench.results.verdict;

import java.util.Arrays;
import magicbench.results.stats.Interval;

/** How much of an effect training makes: the decisive stage against the untrained super-net. */
final class Learning {

  private final Inquiry inquiry;
  private final Estimate untrained;
  private final Estimate learned;

  /** Both arrays hold one effect a seed, in the same order. */
  Learning(Inquiry inquiry, double[] trainedPerSeed, double[] untrainedPerSeed, int rows) {
    double[] differences = new double[trainedPerSeed.length];
    Arrays.setAll(differences, seed -> trainedPerSeed[seed] - untrainedPerSeed[seed]);
    this.inquiry = inquiry;
    this.untrained =
        Estimates.ofCorrelations("untrained", untrainedPerSeed, rows, inquiry.confidence());
    this.learned = difference(differences, rows, inquiry.confidence());
  }

  /** A difference of correlations of which one seed tells no spread lies between -2 and 2. */
  private static Estimate difference(double[] differences, int rows, double confidence) {
    Estimate plain =
        Estimates.ofNumbers(
            "decisive stage minus untrained, paired by seed", differences, rows, confidence);
    return differences.length > 1
        ? plain
        : new Estimate(
            plain.name(), plain.value(), new Interval(-2, 2, confidence), rows, plain.seeds());
  }

  /** The paired difference, signed as measured. */
  Estimate learned() {
    return learned;
  }

  /** What it means, in one sentence. */
  String statement() {
    return inquiry.claim().metric().trainedShare() == 0
        ? "The claim is about the untrained super-net, so nothing here is learned."
        : before() + ", and " + change() + ".";
  }

  private String before() {
    double tolerance = inquiry.claim().tolerance().value();
    Interval signed = Signed.of(inquiry.claim(), untrained.interval());
    String numbers =
        " ("
            + Numbers.effect(untrained.value())
            + ", "
            + Numbers.interval(untrained.interval())
            + ")";
    if (signed.low() > tolerance) {
      return "The effect already stands before any training"
          + numbers
          + ": that much is geometry, not learning";
    }
    return signed.high() < tolerance
        ? "Before any training the effect is absent, too small to count or the other way round"
            + numbers
        : "Whether the effect stands before any training can't be told" + numbers;
  }

  private String change() {
    double signed = inquiry.claim().direction().sign() * learned.value();
    if (!learned.interval().excludesZero()) {
      return "training changes it by "
          + Numbers.effect(learned.value())
          + " ("
          + Numbers.interval(learned.interval())
          + "), which can't be told from nothing";
    }
    String size = Numbers.effect(Math.abs(signed));
    return (signed > 0 ? "training adds " + size + " to it" : "training takes " + size + " off it")
        + " (change "
        + Numbers.interval(learned.interval())
        + ")";
  }
}
