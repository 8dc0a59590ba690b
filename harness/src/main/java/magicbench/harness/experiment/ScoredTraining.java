package magicbench.harness.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import magicbench.harness.probe.GradientProbe;
import magicbench.harness.probe.ProbePlan;
import magicbench.harness.ranking.PathScorer;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.task.SuperNetTask;
import magicbench.harness.training.Batch;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TrainingSettings;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;

/**
 * One training run that stops to score child models, and at its end to be probed. A killed run goes
 * on from the last stop as if nothing had happened.
 */
final class ScoredTraining {

  /** Progress is told about this often over a run. */
  private static final long TELLINGS = 50;

  private final Questions questions;
  private final SuperNetTask task;
  private final SuperNet net;
  private final SuperNetTrainer trainer;
  private final ExperimentContext context;
  private final PacedTraining pace;
  private final Path checkpoint;
  private final List<? extends Batch> heldOut;
  private ScoreProgress progress = ScoreProgress.NONE;

  /**
   * What is measured.
   *
   * @param training how the run trains
   * @param children the child models to be scored
   * @param scoring when and on how much
   * @param use which held-out text scores them
   * @param probe how much is probed at the end
   * @param kept what other trials go on with
   */
  record Questions(
      TrainingSettings training,
      List<Architecture> children,
      Scoring scoring,
      HeldOutUse use,
      Optional<ProbePlan> probe,
      Keeping kept) {

    long steps() {
      return training.steps();
    }
  }

  ScoredTraining(
      Questions questions,
      SuperNetTask task,
      SuperNet net,
      SuperNetTrainer trainer,
      ExperimentContext context) {
    this.questions = questions;
    this.task = task;
    this.net = net;
    this.trainer = trainer;
    this.context = context;
    this.pace = new PacedTraining(questions.training(), trainer, context, TELLINGS);
    this.checkpoint = context.folder().resolve(PacedTraining.CHECKPOINT);
    this.heldOut = task.heldOut(questions.use(), questions.scoring().batches());
  }

  /**
   * How a run ended.
   *
   * @param progress what it measured
   * @param divergence why it broke off; empty where it didn't
   * @param shareInTraining how much of the text that scored is in the training text, 0 to 1
   */
  record Ended(ScoreProgress progress, Optional<String> divergence, double shareInTraining) {}

  Ended run(Seeds seeds) {
    restore();
    for (long stop : pace.stops(questions.scoring().stops(questions.steps()))) {
      Optional<String> divergence = pace.trainTo(stop, this::addTrainingSeconds);
      if (divergence.isPresent()) {
        return ended(divergence);
      }
      score(stop);
      if (stop > 0 && stop < questions.steps()) {
        save();
      }
    }
    probe(seeds);
    return trainer.withAveragedWeights(this::kept);
  }

  /** What others go on with are the weights that scored. */
  private Ended kept() {
    questions.kept().keepWithHash(net, context.artifact());
    return ended(Optional.empty());
  }

  private Ended ended(Optional<String> divergence) {
    return new Ended(progress, divergence, task.shareInTraining(heldOut));
  }

  /** What is damaged is worth nothing: the run starts over, rather than end in a wrong result. */
  private void restore() {
    if (!Files.exists(checkpoint)) {
      return;
    }
    try {
      long step = SuperNetTrainer.stepOf(checkpoint);
      ScoreProgress stored = ProgressFile.read(context.folder(), step, ScoreProgress.class);
      trainer.restore(checkpoint);
      progress = stored;
      context.moved(pace.share(), "going on from step " + step);
    } catch (InputException e) {
      context.moved(0, "warning: " + e.getMessage() + " (not used; the trial starts over)");
    }
  }

  private void addTrainingSeconds(double seconds) {
    progress = progress.trained(seconds);
  }

  private void score(long step) {
    for (double share : questions.scoring().trainedShares()) {
      if (Scoring.stepAt(share, questions.steps()) == step && !progress.hasScored(share)) {
        long start = System.nanoTime();
        double[] losses =
            trainer.withAveragedWeights(
                () -> new PathScorer(net, context::alive).losses(questions.children(), heldOut));
        progress =
            progress.with(
                new ScoreProgress.Scored(share, step, Arrays.stream(losses).boxed().toList()),
                PacedTraining.secondsSince(start));
      }
    }
  }

  private void probe(Seeds seeds) {
    questions
        .probe()
        .ifPresent(
            plan -> {
              context.moved(pace.share(), "probing");
              long start = System.nanoTime();
              ProbeProgress.Probed probed =
                  ProbeProgress.Probed.of(
                      1,
                      new GradientProbe(net, questions.training().microBatch(), context::alive)
                          .run(plan, number -> task.probeBatch(seeds, number), seeds));
              progress = progress.with(probed, PacedTraining.secondsSince(start));
            });
  }

  private void save() {
    ProgressFile.write(context.folder(), trainer.step(), progress);
    trainer.save(checkpoint);
    ProgressFile.deleteOthers(context.folder(), trainer.step());
    context.checkpointed();
  }
}
