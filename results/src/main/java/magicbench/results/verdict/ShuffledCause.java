package magicbench.results.verdict;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.results.stats.Interval;
import magicbench.results.stats.SignFlip;
import magicbench.results.stats.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * The claim's own estimator on causes dealt out anew, 200 times.
 *
 * <p>Causes are shuffled within seed and stratum of what is held fixed, so that whatever runs
 * through the held columns stays in place and only the association in question is cut: an estimator
 * that doesn't hold them fixed is found out. They are shuffled across base child models, since an
 * association between those is part of the effect and would survive a shuffle within each.
 *
 * <p>Passes when all of this holds: 0 lies in the central range of the shuffled effects; their mean
 * is below the claim's tolerance, or within three standard errors of 0 where that is wider; the
 * exact test over seeds finds something no more often than its level allows, give or take three
 * binomial standard errors.
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
    UniformRandomProvider random = inquiry.seeds().random(NAME);
    List<double[]> shuffled =
        IntStream.range(0, SHUFFLES)
            .mapToObj(i -> perSeed(observations, random))
            .filter(perSeed -> perSeed.length > 0)
            .toList();
    double[] effects = shuffled.stream().mapToDouble(Summary::mean).toArray();
    Estimate measured = measured(effects, observations, inquiry.confidence());
    double level = inquiry.claim().decision().level();
    double found = shareFound(shuffled, level);
    return new ControlResult(
        NAME,
        "With the cause dealt out at random the same estimator finds nothing.",
        isNil(measured, effects, inquiry) && found <= mostFound(level),
        measured,
        "a range that holds 0; p at or below "
            + Numbers.plain(level)
            + " in at most "
            + Numbers.percent(mostFound(level))
            + " of the shuffles (found in "
            + Numbers.percent(found)
            + ")");
  }

  private double[] perSeed(Observations observations, UniformRandomProvider random) {
    return Estimates.defined(
        observations.withCause(shuffle(observations, random)).perSeed(estimator));
  }

  private static double[] shuffle(Observations observations, UniformRandomProvider random) {
    double[] cause = observations.sample().cause();
    double[] shuffled = cause.clone();
    for (int[] cell : cells(observations)) {
      int[] order = PermutationSampler.natural(cell.length);
      PermutationSampler.shuffle(random, order);
      for (int i = 0; i < cell.length; i++) {
        shuffled[cell[i]] = cause[cell[order[i]]];
      }
    }
    return shuffled;
  }

  /** The rows of each seed and stratum, in a fixed order. */
  private static List<int[]> cells(Observations observations) {
    int[] seedOf = observations.seedOf();
    int[] strata = observations.sample().strata();
    return IntStream.range(0, seedOf.length)
        .boxed()
        .collect(
            Collectors.groupingBy(
                row -> ((long) seedOf[row] << Integer.SIZE) | strata[row],
                TreeMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
        .toList();
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

  private static double shareFound(List<double[]> shuffled, double level) {
    long found =
        shuffled.stream().filter(perSeed -> SignFlip.test(perSeed).pValue() <= level).count();
    return (double) found / shuffled.size();
  }

  private static double mostFound(double level) {
    return level + 3 * Math.sqrt(level * (1 - level) / SHUFFLES);
  }
}
