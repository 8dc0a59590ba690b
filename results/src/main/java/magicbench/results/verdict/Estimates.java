package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import magicbench.results.stats.Interval;
import magicbench.results.stats.MeanInterval;
import magicbench.results.stats.Summary;

/**
 * Means over super-net seeds with Student's interval.
 *
 * <p>One seed has no spread: its interval is the whole range of a correlation, or, where a number
 * has no range, the number itself; {@link Estimate#seeds()} says 1 then.
 */
final class Estimates {

  private Estimates() {}

  /** The mean of one correlation a seed; at least one. */
  static Estimate ofCorrelations(
      String name, double[] perSeed, int observations, double confidence) {
    return new Estimate(
        name,
        Summary.mean(perSeed),
        intervalOfCorrelations(perSeed, confidence),
        observations,
        perSeed.length);
  }

  /** Student's t over one correlation a seed, kept between -1 and 1. */
  static Interval intervalOfCorrelations(double[] perSeed, double confidence) {
    if (perSeed.length < 2) {
      return new Interval(-1, 1, confidence);
    }
    Interval interval = MeanInterval.studentT(perSeed, confidence);
    return new Interval(Math.max(-1, interval.low()), Math.min(1, interval.high()), confidence);
  }

  /** The mean of one number a seed; at least one. */
  static Estimate ofNumbers(String name, double[] perSeed, int observations, double confidence) {
    return new Estimate(
        name, Summary.mean(perSeed), intervalOf(perSeed, confidence), observations, perSeed.length);
  }

  static Interval intervalOf(double[] perSeed, double confidence) {
    return perSeed.length < 2
        ? new Interval(perSeed[0], perSeed[0], confidence)
        : MeanInterval.studentT(perSeed, confidence);
  }

  /** The values that are defined. */
  static double[] defined(List<OptionalDouble> values) {
    return values.stream().flatMapToDouble(OptionalDouble::stream).toArray();
  }

  /** The mean of the defined values; NaN when there is none. */
  static double meanOfDefined(List<OptionalDouble> values) {
    return Arrays.stream(defined(values)).average().orElse(Double.NaN);
  }
}
