package magicbench.results.verdict;

/**
 * The verdict under another tolerance.
 *
 * @param factor times the claim's tolerance: 0.5, 1 or 2
 * @param tolerance the resulting tolerance
 * @param verdict the verdict's word
 */
public record Sensitivity(double factor, double tolerance, String verdict) {}
