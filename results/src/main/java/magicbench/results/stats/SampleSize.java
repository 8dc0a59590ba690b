package magicbench.results.stats;

import java.util.OptionalInt;

/** How many seeds settle a question, and what a given number of them can settle. */
public final class SampleSize {

  private SampleSize() {}

  /**
   * The fewest seeds whose interval would no longer hold a bound, if the estimate stays where it is
   * and the interval that decides shrinks as Student's does: the smallest n above {@code seeds}
   * with halfWidth g(n) / g(seeds) &lt; distance, where g(n) = t(n - 1) / sqrt(n).
   *
   * <p>It starts from the interval's own half-width, whatever that was made of, and not from the
   * spread between seeds: an interval from a bootstrap is not Student's. The advice is a lower
   * bound: the estimate moves when seeds are added.
   *
   * @param distance how far the estimate lies from the bound; 0 or more
   * @param halfWidth how far the interval reaches from the estimate towards the bound; 0 or more
   * @param seeds how many seeds the interval rests on, at least 2
   * @param confidence the interval's confidence, strictly between 0 and 1
   * @param most the most seeds to consider
   * @return more than seeds, at most {@code most}; empty when that many are too few
   * @throws IllegalArgumentException when a figure is negative or not finite, there are fewer than
   *     2 seeds, or the confidence is out of its range
   */
  public static OptionalInt seedsForInterval(
      double distance, double halfWidth, int seeds, double confidence, int most) {
    Samples.requireFinite(distance, halfWidth);
    requireNotNegative("distance", distance);
    requireNotNegative("half-width", halfWidth);
    Samples.requireAtLeast(2, "seeds", seeds);
    Samples.requireInsideUnit("confidence", confidence);
    double now = MeanInterval.halfWidth(1, seeds, confidence);
    for (int n = seeds + 1; n <= most; n++) {
      if (halfWidth * MeanInterval.halfWidth(1, n, confidence) / now < distance) {
        return OptionalInt.of(n);
      }
    }
    return OptionalInt.empty();
  }

  private static void requireNotNegative(String name, double value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, is " + value);
    }
  }

  /**
   * How many more differences it takes at least until the two-sided sign flip reaches a level: each
   * further difference doubles the number of sign patterns, so that it halves the p-value at best.
   *
   * @param pValue the p-value now, above 0 and at most 1
   * @param level the significance level, strictly between 0 and 1
   * @return 0 or more
   * @throws IllegalArgumentException when a value is out of its range
   */
  public static int moreForSignFlip(double pValue, double level) {
    Samples.requirePositive("p-value", pValue);
    Samples.requireInsideUnit("level", level);
    int more = 0;
    while (Math.scalb(pValue, -more) > level) {
      more++;
    }
    return more;
  }

  /**
   * The fewest paired differences with which the two-sided sign flip can reach a level: the
   * smallest n with 2 / 2^n ≤ level.
   *
   * @param level the significance level, strictly between 0 and 1
   * @return the number of differences, 2 or more
   * @throws IllegalArgumentException when the level is out of its range
   */
  public static int seedsForSignFlip(double level) {
    Samples.requireInsideUnit("level", level);
    int seeds = 2;
    while (Math.scalb(2.0, -seeds) > level) {
      seeds++;
    }
    return seeds;
  }

  /**
   * The mean effect that a two-sided one-sample t test finds with a given power: (t(1 - level / 2)
   * + t(power)) s / sqrt(n), t with n - 1 degrees of freedom (Bloom, Evaluation Review 19, 1995).
   *
   * @param standardDeviation the spread between seeds; 0 or more
   * @param seeds how many seeds, at least 2
   * @param level the two-sided significance level, strictly between 0 and 1
   * @param power the chance of finding the effect, strictly between 0 and 1
   * @return the effect's size, in the unit of the spread
   * @throws IllegalArgumentException when a value is out of its range
   */
  public static double minimumDetectableEffect(
      double standardDeviation, int seeds, double level, double power) {
    Samples.requireFinite(standardDeviation);
    requireNotNegative("standard deviation", standardDeviation);
    Samples.requireAtLeast(2, "seeds", seeds);
    Samples.requireInsideUnit("level", level);
    Samples.requireInsideUnit("power", power);
    double multiplier =
        Quantiles.studentT(seeds - 1, 1 - level / 2) + Quantiles.studentT(seeds - 1, power);
    return multiplier * standardDeviation / Math.sqrt(seeds);
  }
}
