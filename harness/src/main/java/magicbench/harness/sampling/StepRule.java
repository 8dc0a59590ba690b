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

  /**
   * Reptile (Nichol et al. 2018, arXiv 1803.02999): from the step's weights each child model takes
   * inner steps of plain gradient descent on the step's batch, whose gradient is clipped as the run
   * says; then the weights are put back. The mean of the child models' displacements makes one
   * outer update; a child model displaces what it doesn't use by nothing.
   *
   * @param innerSteps how many inner steps, at least 1
   * @param innerRate their learning rate, above 0
   * @param outer what the outer update is
   */
  record Reptile(int innerSteps, double innerRate, Outer outer) implements StepRule {

    /** Checks the numbers. */
    public Reptile {
      if (innerSteps < 1) {
        throw new IllegalArgumentException(
            "innerSteps is " + innerSteps + "; at least 1 is needed");
      }
      if (!(innerRate > 0 && Double.isFinite(innerRate))) {
        throw new IllegalArgumentException("innerRate is " + innerRate + "; it must be above 0");
      }
    }

    @Override
    public int passesPerPath() {
      return innerSteps;
    }
  }

  /** What Reptile makes of the mean displacement. */
  sealed interface Outer {}

  /**
   * The weights move by a part of the mean displacement; matrices decay first, by as much as under
   * any other rule. No optimiser takes part.
   *
   * @param rate the part at the peak of the run's schedule, above 0; at other steps less, as the
   *     learning rate is
   */
  record Interpolation(double rate) implements Outer {

    /** Checks the rate. */
    public Interpolation {
      if (!(rate > 0 && Double.isFinite(rate))) {
        throw new IllegalArgumentException("rate is " + rate + "; it must be above 0");
      }
    }
  }

  /**
   * The run's optimiser takes the mean displacement, over inner steps times inner rate and with its
   * sign turned, for a gradient: with one inner step it is the mean gradient.
   */
  record Optimiser() implements Outer {}
}
