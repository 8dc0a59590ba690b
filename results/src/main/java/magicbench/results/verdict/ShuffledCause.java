package magicbench.results.verdict;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import magicbench.results.stats.Interval;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.Summary;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The claim's own estimator on causes dealt out anew, 200 times.
 *
 * <p>The rows of a pair of child models hang together, in cause and outcome: what is dealt out is
 * the cause of whole pairs, within seed and stratum of what is held fixed (see {@link
 * DealtCauses}). Whatever runs through the held columns stays in place and only the association in
 * question is cut: an estimator that doesn't hold them fixed is found out. Causes move across base
 * child models, since an association between those is part of the effect and would survive a
 * shuffle within each.
 *
 * <p>Passes when all of this holds: 0 lies in the central range of the shuffled effects; their mean
 * is below the claim's tolerance, or within three standard errors of 0 where that is wider; neither
 * the exact test over seeds nor Student's interval over seeds finds something more often than its
 * level allows, give or take three binomial standard errors. The exact test can't find anything
 * with fewer than six seeds at a level of 5 %, whatever leaks; the interval can from two seeds on.
 */
final class ShuffledCause implements Control {

  static final String NAME = "shuffled-cause";

  private static final int SHUFFLES = 200;

  private final Estimator estimator;

  ShuffledCause(Estimator estimator) {
    this.estimator = estimator;
  }

  @Override
  public ControlResult check(Inquiry inquiry) {
    Observations observations = inquiry.at(inquiry.claim().metric().trainedShare());
    DealtCauses causes = DealtCauses.of(observations);
    UniformRandomProvider random = inquiry.seeds().random(NAME);
    List<double[]> shuffled =
        IntStream.range(0, SHUFFLES)
            .mapToObj(i -> perSeed(observations, causes, random))
            .filter(perSeed -> perSeed.length > 0)
            .toList();
    double[] effects = shuffled.stream().mapToDouble(Summary::mean).toArray();
    Estimate measured = measured(effects, observations, inquiry.confidence());
    double level = inquiry.claim().decision().level();
    double byTest = share(shuffled, perSeed -> SignFlip.test(perSeed).pValue() <= level);
    double miss = 1 - inquiry.confidence();
    double byInterval = share(shuffled, perSeed -> excludesZero(perSeed, inquiry.confidence()));
    return new ControlResult(
        NAME,
        "With the cause dealt out at random, pair by pair, the same estimator finds nothing.",
        isNil(measured, effects, inquiry)
            && byTest <= mostFound(level)
            && byInterval <= mostFound(miss),
        measured,
        "a range that holds 0; p at or below "
            + Numbers.plain(level)
            + " in at most "
            + Numbers.percent(mostFound(level))
            + " of the shuffles (found in "
            + Numbers.percent(byTest)
            + "); Student's interval over seeds without 0 in at most "
            + Numbers.percent(mostFound(miss))
            + " (found in "
            + Numbers.percent(byInterval)
            + ")");
  }

  private double[] perSeed(
      Observations observations, DealtCauses causes, UniformRandomProvider random) {
    return Estimates.defined(observations.withCause(causes.deal(random)).perSeed(estimator));
  }

  private static Estimate measured(double[] effects, Observations observations, double confidence) {
    double tail = (1 - confidence) / 2;
    Interval range =
        new Interval(
            Summary.quantile(effects, tail), Summary.quantile(effects, 1 - tail), confidence);
    return Estimate.within(
        "mean and central range of " + effects.length + " shuffled effects",
        Summary.mean(effects),
        range,
        observations.size(),
        observations.seeds());
  }

  private static boolean isNil(Estimate measured, double[] effects, Inquiry inquiry) {
    double error = Summary.standardDeviation(effects) / Math.sqrt(effects.length);
    double allowed = Math.max(inquiry.claim().tolerance().value(), 3 * error);
    return measured.bounds().contains(0) && Math.abs(measured.value()) <= allowed;
  }

  private static double share(List<double[]> shuffled, Predicate<double[]> found) {
    return (double) shuffled.stream().filter(found).count() / shuffled.size();
  }

  /** Never with one seed, which has no interval over seeds. */
  private static boolean excludesZero(double[] perSeed, double confidence) {
    return Estimates.intervalOfCorrelations(perSeed, confidence).excludesZero();
  }

  private static double mostFound(double level) {
    return level + 3 * Math.sqrt(level * (1 - level) / SHUFFLES);
  }
}
