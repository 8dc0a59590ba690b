package magicbench.results.stats;

import java.util.Arrays;

/**
 * The exact randomisation test of paired differences: under the null hypothesis each difference
 * could as well have had the other sign (Fisher, The Design of Experiments, 1935, section 21).
 */
public final class SignFlip {

  /** The most differences that are enumerated: more would take more than 2^20 sums. */
  public static final int MOST_DIFFERENCES = 20;

  private static final String METHOD = "sign flip, two-sided, exact";

  /** Sums that differ by less than this share of the sum of sizes are equal but for rounding. */
  private static final double ROUNDING = 1e-12;

  private SignFlip() {}

  /**
   * Tests mean zero against any other mean.
   *
   * <p>The statistic is the mean difference. A difference of zero has no sign to flip and lowers
   * the number of arrangements.
   *
   * @param differences 1 to 20 finite paired differences
   * @return the exact two-sided result; the smallest p-value is 2 / 2^m with m differences that are
   *     not zero, and 1 without any
   * @throws IllegalArgumentException when there are no or too many differences or one is not finite
   */
  public static TestResult test(double[] differences) {
    requireEnumerable(differences);
    double[] signed = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
    double observed = Math.abs(Arrays.stream(signed).sum());
    double rounding = ROUNDING * Arrays.stream(signed).map(Math::abs).sum();
    int arrangements = 1 << signed.length;
    int asExtreme = 0;
    for (int flips = 0; flips < arrangements; flips++) {
      if (Math.abs(sum(signed, flips)) >= observed - rounding) {
        asExtreme++;
      }
    }
    double pValue = (double) asExtreme / arrangements;
    double smallest = Math.min(1, 2.0 / arrangements);
    return new TestResult(METHOD, Summary.mean(differences), pValue, smallest);
  }

  private static void requireEnumerable(double[] differences) {
    Samples.requireAtLeast(1, "differences", differences.length);
    if (differences.length > MOST_DIFFERENCES) {
      throw new IllegalArgumentException(
          "the exact sign flip takes at most "
              + MOST_DIFFERENCES
              + " differences, got "
              + differences.length);
    }
    Samples.requireFinite(differences);
  }

  private static double sum(double[] signed, int flips) {
    double sum = 0;
    for (int i = 0; i < signed.length; i++) {
      sum += (flips >>> i & 1) == 0 ? signed[i] : -signed[i];
    }
    return sum;
  }
}
