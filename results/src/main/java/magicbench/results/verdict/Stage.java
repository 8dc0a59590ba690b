package magicbench.results.verdict;

/**
 * The effect after a share of training.
 *
 * @param trainedShare 0 (untrained) to 1
 * @param effect signed as measured, not as claimed
 * @param curve the dose-response curve there
 */
public record Stage(double trainedShare, Estimate effect, DoseResponse curve) {}
