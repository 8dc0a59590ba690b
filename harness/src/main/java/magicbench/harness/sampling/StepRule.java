package magicbench.harness.sampling;

/** What a training step makes of its child models. */
public sealed interface StepRule {

  /**
   * How many forward passes, and as many backward ones, a step makes for each of its child models.
   *
   * @return at least 1
   */
  default int passesPerPath() {
    return 1;
  }

  /** Each child model learns the task; their gradients are averaged into one update. */
  record Average() implements StepRule {}

  /**
   * In-place distillation: the step's first child model learns the task, the others learn what it
   * predicts. All passes see the same weights, so the first one's own pass is the teacher's and no
   * pass is added; no gradient of the others reaches its predictions. The gradients are averaged
   * into one update.
   *
   * @param softShare the soft labels' part s of the others' loss, 0 to 1: s · H(teacher, child) +
   *     (1 - s) · H(truth, child), with H the cross-entropy
   */
  record Distil(double softShare) implements StepRule {

    /** Checks the share. */
    public Distil {
      if (!(softShare >= 0 && softShare <= 1)) {
        throw new IllegalArgumentException("softShare is " + softShare + "; it must be 0 to 1");
      }
    }
  }
}
