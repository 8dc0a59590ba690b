package magicbench.results.stats;

/**
 * What a significance test found.
 *
 * @param method the test and how its p-value was computed, for readers
 * @param statistic the test's statistic
 * @param pValue the p-value, 0 to 1
 * @param smallestPValue the smallest p-value that this test can return at these sample sizes
 */
public record TestResult(String method, double statistic, double pValue, double smallestPValue) {}
