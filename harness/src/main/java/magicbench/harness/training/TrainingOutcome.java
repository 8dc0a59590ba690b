package magicbench.harness.training;

/** How a call to train ended. */
public sealed interface TrainingOutcome {

  /**
   * Training reached the step asked for.
   *
   * @param step the number of steps done
   */
  record Trained(long step) implements TrainingOutcome {}

  /**
   * Loss or gradient stopped being finite: a result to record, not an error. The weights are those
   * before the step.
   *
   * @param step the number of the step that failed, from 0
   * @param reason what was not finite
   */
  record Diverged(long step, String reason) implements TrainingOutcome {}
}
