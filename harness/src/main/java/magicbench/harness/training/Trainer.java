package magicbench.harness.training;

import java.util.Optional;

/** What makes the steps of a training run, one after the other. */
public interface Trainer {

  /**
   * The number of steps done.
   *
   * @return 0 or more
   */
  long step();

  /**
   * Makes one step, which counts if it changed the weights.
   *
   * @return what was not finite, where the step changed no weight; else empty
   */
  Optional<String> runStep();

  /**
   * Trains until so many steps are done; does nothing where they are.
   *
   * @param target the number of steps
   * @return how it ended
   */
  default TrainingOutcome trainTo(long target) {
    while (step() < target) {
      Optional<String> failure = runStep();
      if (failure.isPresent()) {
        return new TrainingOutcome.Diverged(step(), failure.get());
      }
    }
    return new TrainingOutcome.Trained(step());
  }
}
