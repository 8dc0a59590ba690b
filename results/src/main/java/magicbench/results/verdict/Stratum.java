package magicbench.results.verdict;

/**
 * The effect in one part of the rows, by two estimators.
 *
 * @param name which part, for instance {@code ffn}
 * @param effect the decisive estimator, over the seeds in which it is defined here
 * @param alternative the other one, with an interval made in the same way
 */
public record Stratum(String name, Estimate effect, Estimate alternative) {}
