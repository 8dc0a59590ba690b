package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.results.stats.Interval;

/**
 * The effect at the decisive stage beside that in the untrained super-net, and the paired
 * difference of the two over seeds.
 *
 * <p>It is a comparison: correlations don't add up, so no part of an effect is called learned.
 */
final class Learning {

  /** A difference of two correlations lies between -2 and 2. */
  private static final double MOST = 2;

  private final Inquiry inquiry;
  private final Stage decided;
  private final Stage untrained;
  private final Optional<Estimate> learned;

  Learning(Inquiry inquiry, Stage decided, Stage untrained) {
    this.inquiry = inquiry;
    this.decided = decided;
    this.untrained = untrained;
    this.learned = untrained.effect().map(effect -> difference());
  }

  private Estimate difference() {
    double[] trained = perSeed(decided);
    double[] before = perSeed(untrained);
    double[] differences = new double[trained.length];
    Arrays.setAll(differences, seed -> trained[seed] - before[seed]);
    int rows = decided.effect().orElseThrow().observations();
    String name = "decisive stage minus untrained, paired by seed";
    return Estimates.ofBounded(name, differences, rows, inquiry.confidence(), MOST);
  }

  private double[] perSeed(Stage stage) {
    List<OptionalDouble> perSeed =
        inquiry.at(stage.trainedShare()).perSeed(inquiry.kind().decisive());
    return Estimates.defined(perSeed);
  }

  /** The paired difference, signed as measured; empty where the untrained effect is undefined. */
  Optional<Estimate> learned() {
    return learned;
  }

  /** The comparison in words. */
  String statement() {
    double share = inquiry.claim().metric().trainedShare();
    if (share == 0) {
      return "The claim is about the untrained super-net, so there is nothing to compare.";
    }
    return learned
        .map(difference -> comparison(share, difference))
        .orElse(
            "In the untrained super-net the effect is undefined, since cause or outcome doesn't vary"
                + " in a seed: there is nothing to compare with.");
  }

  private String comparison(double share, Estimate difference) {
    return "Untrained, the effect is "
        + numbers(untrained.effect().orElseThrow())
        + "; after "
        + Numbers.percent(share)
        + " of training it is "
        + numbers(decided.effect().orElseThrow())
        + ". The paired difference over "
        + Numbers.count(difference.seeds(), "super-net seed")
        + " is "
        + numbers(difference)
        + ": "
        + meaning(difference)
        + ". This compares two correlations; it doesn't split one into parts.";
  }

  private static String numbers(Estimate estimate) {
    return Numbers.effect(estimate.value())
        + " ("
        + estimate.interval().map(Numbers::interval).orElse("no interval from one seed")
        + ")";
  }

  private String meaning(Estimate difference) {
    if (!difference.interval().map(Interval::excludesZero).orElse(false)) {
      return "a change by training can't be told from none";
    }
    return Signed.of(inquiry.claim(), difference.value()) > 0
        ? "training moves it in the claimed direction"
        : "training moves it against the claimed direction";
  }
}
