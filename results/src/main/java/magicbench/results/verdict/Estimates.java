package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.results.stats.Interval;
import magicbench.results.stats.MeanInterval;
import magicbench.results.stats.Summary;

/**
 * Means over super-net seeds with Student's interval.
 *
 * <p>One seed has no spread: a correlation's interval is its whole range then, any other number has
 * none. An interval never leaves the range of what it is about.
 */
final class Estimates {

  private static final double MOST_COSINE = 1;

  private Estimates() {}

  /** The mean of one correlation a seed; at least one. */
  static Estimate ofCorrelations(
      String name, double[] perSeed, int observations, double confidence) {
    return Estimate.within(
        name,
        Summary.mean(perSeed),
        intervalOfCorrelations(perSeed, confidence),
        observations,
        perSeed.length);
  }

  /** Student's t over one correlation a seed, kept between -1 and 1. */
  static Interval intervalOfCorrelations(double[] perSeed, double confidence) {
    return intervalOf(perSeed, confidence, 1).orElse(new Interval(-1, 1, confidence));
  }

  /** The mean of one number a seed, which may be any; at least one. */
  static Estimate ofNumbers(String name, double[] perSeed, int observations, double confidence) {
    return ofBounded(name, perSeed, observations, confidence, Double.POSITIVE_INFINITY);
  }

  /** The mean of one cosine or other similarity from -1 to 1 a seed; at least one. */
  static Estimate ofCosines(String name, double[] perSeed, int observations, double confidence) {
    return ofBounded(name, perSeed, observations, confidence, MOST_COSINE);
  }

  /** The mean of one number a seed that lies between -most and most; at least one. */
  static Estimate ofBounded(
      String name, double[] perSeed, int observations, double confidence, double most) {
    return new Estimate(
        name,
        Summary.mean(perSeed),
        intervalOf(perSeed, confidence, most),
        observations,
        perSeed.length);
  }

  /** Student's t kept between -most and most; empty with a single number. */
  static Optional<Interval> intervalOf(double[] perSeed, double confidence, double most) {
    if (perSeed.length < 2) {
      return Optional.empty();
    }
    Interval interval = MeanInterval.studentT(perSeed, confidence);
    return Optional.of(
        new Interval(within(most, interval.low()), within(most, interval.high()), confidence));
  }

  private static double within(double most, double value) {
    return Math.max(-most, Math.min(most, value));
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
