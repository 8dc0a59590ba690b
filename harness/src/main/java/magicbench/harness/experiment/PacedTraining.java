package magicbench.harness.experiment;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import magicbench.harness.training.Trainer;
import magicbench.harness.training.TrainingOutcome;
import magicbench.harness.training.TrainingSettings;

/**
 * Training from stop to stop, which tells how far it is and that it is alive.
 *
 * @param settings how it trains
 * @param trainer what trains
 * @param context who is told
 * @param tellings how often progress is told over a run, at least 1
 */
record PacedTraining(
    TrainingSettings settings, Trainer trainer, ExperimentContext context, long tellings) {

  private static final double NANOS = 1e9;

  /** The checkpoints' file in a trial's folder. */
  static final String CHECKPOINT = "checkpoint.safetensors";

  /** The file of a trial's output that tells its weights. */
  static final String WEIGHTS_HASH = "weights.sha256";

  /**
   * Where the run stops from here on, the place that it has reached included.
   *
   * @param measured after which steps something is measured
   */
  SortedSet<Long> stops(SortedSet<Long> measured) {
    SortedSet<Long> stops = new TreeSet<>(measured);
    stops.add(settings.steps());
    long every = settings.checkpointEverySteps();
    for (long step = every; every > 0 && step < settings.steps(); step += every) {
      stops.add(step);
    }
    stops.add(trainer.step());
    return stops.tailSet(trainer.step());
  }

  /**
   * Trains up to a stop.
   *
   * @param stop the number of steps done then
   * @param seconds is told of the time that training took, bit by bit
   * @return why it broke off; empty where it didn't
   */
  Optional<String> trainTo(long stop, DoubleConsumer seconds) {
    long chunk = Math.max(1, settings.steps() / tellings);
    while (trainer.step() < stop) {
      long start = System.nanoTime();
      TrainingOutcome outcome = trainAlive(Math.min(stop, trainer.step() + chunk));
      seconds.accept(secondsSince(start));
      if (outcome instanceof TrainingOutcome.Diverged diverged) {
        return Optional.of("diverged at step " + diverged.step() + ": " + diverged.reason());
      }
      context.moved(share(), "training, step " + trainer.step());
    }
    return Optional.empty();
  }

  private TrainingOutcome trainAlive(long target) {
    TrainingOutcome outcome = trainer.trainTo(trainer.step() + 1);
    while (trainer.step() < target && outcome instanceof TrainingOutcome.Trained) {
      context.alive();
      outcome = trainer.trainTo(trainer.step() + 1);
    }
    return outcome;
  }

  /** The share of the steps that are done. */
  double share() {
    return (double) trainer.step() / settings.steps();
  }

  static double secondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / NANOS;
  }
}
