package magicbench.results.stats;

/**
 * What a significance test says, and the most it could have said.
 *
 * @param method the test, its alternative and how its p-value was reached
 * @param statistic the test's statistic, in the test's own unit
 * @param pValue the p-value, 0 to 1
 * @param smallestPValue the smallest p-value that this test could ever return with these sample
 *     sizes, 0 to 1; above the level, no data could have been significant
 */
public record TestResult(String method, double statistic, double pValue, double smallestPValue) {

  /** Room for rounding where both p-values are reached by different sums. */
  private static final double ROUNDING = 1e-9;

  /**
   * Checks the figures.
   *
   * @throws IllegalArgumentException when the method is blank, a figure is NaN, a p-value lies
   *     outside 0 to 1, or the p-value lies below the smallest possible one
   */
  public TestResult {
    if (method.isBlank()) {
      throw new IllegalArgumentException("a test result must name its method");
    }
    Samples.requireNumbers(statistic);
    requireProbability("p-value", pValue);
    requireProbability("smallest p-value", smallestPValue);
    if (pValue < smallestPValue * (1 - ROUNDING)) {
      throw new IllegalArgumentException(
          "p-value " + pValue + " lies below the smallest possible one, " + smallestPValue);
    }
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in 0 to 1, is " + value);
    }
  }
}
