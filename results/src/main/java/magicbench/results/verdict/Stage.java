package magicbench.results.verdict;

import java.util.Optional;

/**
 * The effect after a share of training.
 *
 * @param trainedShare 0 (untrained) to 1
 * @param effect by the decisive estimator, signed as measured, not as claimed; empty where it is
 *     undefined, since cause or outcome doesn't vary in a seed
 * @param alternative by the other estimator; empty where that is undefined
 * @param curve the dose-response curve there
 */
public record Stage(
    double trainedShare,
    Optional<Estimate> effect,
    Optional<Estimate> alternative,
    DoseResponse curve) {}
