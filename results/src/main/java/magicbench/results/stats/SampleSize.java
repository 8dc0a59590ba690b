package magicbench.results.stats;

import java.util.OptionalInt;

/** How many seeds settle a question, and what a given number of them can settle. */
public final class SampleSize {

  private SampleSize() {}

  /**
   * The fewest seeds whose Student interval would no longer hold the margin, if mean and spread
   * stay as they are: the smallest n with |estimate - margin| &gt; t(n - 1) s / sqrt(n).
   *
   * @param estimate the mean so far
   * @param margin the value that the interval must exclude, in the estimate's unit
   * @param standardDeviation the spread between seeds, in the estimate's unit; 0 or more
   * @param confidence the interval's confidence, strictly between 0 and 1
   * @param max the most seeds to consider
   * @return 2 to max; empty when max are too few
   * @throws IllegalArgumentException when a figure is not finite, the spread is negative, or the
   *     confidence is out of its range
   */
  public static OptionalInt seedsForInterval(
      double estimate, double margin, double standardDeviation, double confidence, int max) {
    Samples.requireFinite(estimate, margin, standardDeviation);
    Samples.requireInsideUnit("confidence", confidence);
    requireSpread(standardDeviation);
    double distance = Math.abs(estimate - margin);
    int tooFew = 1;
    int enough = max;
    if (max < 2 || !(distance > MeanInterval.halfWidth(standardDeviation, max, confidence))) {
      return OptionalInt.empty();
    }
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      boolean settled = distance > MeanInterval.halfWidth(standardDeviation, middle, confidence);
      enough = settled ? middle : enough;
      tooFew = settled ? tooFew : middle;
    }
    return OptionalInt.of(enough);
  }

  private static void requireSpread(double standardDeviation) {
    if (standardDeviation < 0) {
      throw new IllegalArgumentException(
          "standard deviation must not be negative, is " + standardDeviation);
    }
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
   * How far Spearman's rho strays from zero by chance: z(1 - level / 2) / sqrt(n - 1), from the
   * variance 1 / (n - 1) under independence (Hotelling and Pabst, Annals of Mathematical Statistics
   * 7, 1936) and the normal approximation.
   *
   * @param observations how many pairs of values, at least 2
   * @param level the two-sided significance level, strictly between 0 and 1
   * @return the bound of |rho|; above 1 when so few observations can't tell anything
   * @throws IllegalArgumentException when a value is out of its range
   */
  public static double nullRankCorrelationBound(int observations, double level) {
    Samples.requireAtLeast(2, "observations", observations);
    Samples.requireInsideUnit("level", level);
    return Quantiles.normal(1 - level / 2) / Math.sqrt(observations - 1.0);
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
    requireSpread(standardDeviation);
    Samples.requireAtLeast(2, "seeds", seeds);
    Samples.requireInsideUnit("level", level);
    Samples.requireInsideUnit("power", power);
    double multiplier =
        Quantiles.studentT(seeds - 1, 1 - level / 2) + Quantiles.studentT(seeds - 1, power);
    return multiplier * standardDeviation / Math.sqrt(seeds);
  }
}
