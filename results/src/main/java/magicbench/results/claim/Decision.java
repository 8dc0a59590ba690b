package magicbench.results.claim;

/**
 * How certain a verdict must be.
 *
 * @param trend the monotone-trend test shown beside the effect, for instance {@code page}, or
 *     {@code none}
 * @param level the family-wise level of the exact test over super-net seeds, for instance 0.05
 * @param confidence the confidence of the interval, for instance 0.95
 * @param family claims of one family share their level (Holm)
 */
public record Decision(String trend, double level, double confidence, String family) {}
