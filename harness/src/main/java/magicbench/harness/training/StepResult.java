package magicbench.harness.training;

import java.util.Optional;

/**
 * What came of one step.
 *
 * @param loss the mean masked-LM loss of its child models, in nats, before the update
 * @param passes how many forward passes were made, and as many backward ones; an anchor's not among
 *     them
 * @param failure what was not finite, where the step changed no weight; else empty
 */
record StepResult(double loss, long passes, Optional<String> failure) {}
