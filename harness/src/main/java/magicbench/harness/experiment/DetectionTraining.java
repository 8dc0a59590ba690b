package magicbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.task.MlmTask;
import magicbench.harness.training.DetectionTally;
import magicbench.harness.training.ReplacedTokenTrainer;
import magicbench.harness.training.TokenBatch;

/** One training run by replaced tokens that stops to be scored on held-out text. */
final class DetectionTraining {

  /** Progress is told about this often over a run. */
  private static final long TELLINGS = 50;

  private final PreTrainingSettings settings;
  private final MlmTask task;
  private final ReplacedTokenTrainer trainer;
  private final ExperimentContext context;
  private final List<TokenBatch> heldOut;
  private final List<Scored> scores = new ArrayList<>();
  private double trainingSeconds;
  private double scoringSeconds;

  DetectionTraining(
      PreTrainingSettings settings,
      MlmTask task,
      ReplacedTokenTrainer trainer,
      ExperimentContext context) {
    this.settings = settings;
    this.task = task;
    this.trainer = trainer;
    this.context = context;
    this.heldOut = task.heldOut(HeldOutUse.TRUTH, settings.scoring().batches());
  }

  /**
   * One scoring.
   *
   * @param step after how many steps
   * @param tally what it came to
   */
  record Scored(long step, DetectionTally tally) {}

  /**
   * How a run ended.
   *
   * @param scores in the order of measuring
   * @param trainingSeconds time spent on training steps
   * @param scoringSeconds time spent on scoring
   * @param divergence why it broke off; empty where it didn't
   * @param shareInTraining how much of the text that scored is in the training text, 0 to 1
   */
  record Ended(
      List<Scored> scores,
      double trainingSeconds,
      double scoringSeconds,
      Optional<String> divergence,
      double shareInTraining) {

    Ended {
      scores = List.copyOf(scores);
    }
  }

  Ended run() {
    long steps = settings.training().steps();
    PacedTraining pace = new PacedTraining(settings.training(), trainer, context, TELLINGS);
    for (long stop : settings.scoring().stops(steps)) {
      Optional<String> divergence = pace.trainTo(stop, this::addTrainingSeconds);
      if (divergence.isPresent()) {
        return ended(divergence);
      }
      score();
    }
    return ended(pace.trainTo(steps, this::addTrainingSeconds));
  }

  private void addTrainingSeconds(double seconds) {
    trainingSeconds += seconds;
  }

  private void score() {
    context.moved((double) trainer.step() / settings.training().steps(), "scoring");
    long start = System.nanoTime();
    scores.add(new Scored(trainer.step(), trainer.score(heldOut, context::alive)));
    scoringSeconds += PacedTraining.secondsSince(start);
  }

  private Ended ended(Optional<String> divergence) {
    double share = task.shareInTraining(heldOut);
    return new Ended(scores, trainingSeconds, scoringSeconds, divergence, share);
  }
}
