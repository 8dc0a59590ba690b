package magicbench.results.verdict;

import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.results.stats.Interval;
import magicbench.results.stats.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * The claim's own gain against truths dealt out to other child models, 200 times.
 *
 * <p>Passes when 0 lies in the central range of the gains and of both methods' own agreements, and
 * the mean gain is below the claim's tolerance, or within three standard errors of 0 where that is
 * wider. The exact test over seeds isn't asked: all seeds meet the same wrong truth, so it finds
 * what they have in common; a verdict needs the interval as well, which draws child models anew.
 */
final class ShuffledTruth implements Control {

  static final String NAME = "shuffled-truth";

  private static final int SHUFFLES = 200;

  @Override
  public ControlResult check(Inquiry inquiry) {
    RankGain gain = RankGain.of(inquiry);
    UniformRandomProvider random = inquiry.seeds().random(NAME);
    double[] ofMethod = new double[SHUFFLES];
    double[] ofOther = new double[SHUFFLES];
    for (int i = 0; i < SHUFFLES; i++) {
      int[] order = PermutationSampler.natural(gain.method().truth().length);
      PermutationSampler.shuffle(random, order);
      double[] dealt = Scores.pick(gain.method().truth(), order);
      ofMethod[i] = mean(gain.method().with(dealt));
      ofOther[i] = mean(gain.against().with(dealt));
    }
    double[] gains = Gains.differences(ofMethod, ofOther);
    Interval range = range(gains, inquiry.confidence());
    Estimate measured =
        new Estimate(
            "mean and central range of " + SHUFFLES + " gains against shuffled truths",
            Summary.mean(gains),
            Optional.of(range),
            gain.method().truth().length,
            gain.method().scores().seeds().size());
    boolean passed =
        isNil(gains, inquiry)
            && range.contains(0)
            && range(ofMethod, inquiry.confidence()).contains(0)
            && range(ofOther, inquiry.confidence()).contains(0);
    return new ControlResult(
        NAME,
        "With the truths dealt out to other child models, neither method ranks and none gains.",
        passed,
        measured,
        "ranges that hold 0, and a mean gain that is nil");
  }

  private static double mean(Ranking ranking) {
    return Gains.meanOfDefined(
        IntStream.range(0, ranking.scores().seeds().size())
            .mapToDouble(seed -> ranking.agreement(Agreement.TAU, seed, ranking.everyChild()))
            .toArray());
  }

  private static Interval range(double[] values, double confidence) {
    double tail = (1 - confidence) / 2;
    return new Interval(
        Summary.quantile(values, tail), Summary.quantile(values, 1 - tail), confidence);
  }

  private static boolean isNil(double[] gains, Inquiry inquiry) {
    double error = Summary.standardDeviation(gains) / Math.sqrt(gains.length);
    double allowed = Math.max(inquiry.claim().tolerance().value(), 3 * error);
    return Math.abs(Summary.mean(gains)) <= allowed;
  }
}
