package magicbench.results.claim;

/**
 * The smallest effect that counts; of a level, how far below the paper's value still counts.
 *
 * @param value the size, at least 0, in the metric's unit
 * @param unit the unit, for instance {@code Spearman's rho}
 * @param derivation where the value comes from
 */
public record Tolerance(double value, String unit, Derivation derivation) {}
