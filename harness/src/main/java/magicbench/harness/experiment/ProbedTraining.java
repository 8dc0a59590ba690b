package magicbench.harness.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.harness.probe.GradientProbe;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.Batch;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;
import magicbench.results.plan.Seeds;

/**
 * One training run with stops: at each stop it may be validated, probed and saved. A killed run
 * goes on from the last stop as if nothing had happened.
 */
final class ProbedTraining {

  /** How many child models the validation loss is the mean of, the same for every seed. */
  static final int VALIDATION_CHILD_MODELS = 8;

  private static final long VALIDATION_SEED = 0;

  /** Progress is told about this often over a run. */
  private static final long TELLINGS = 100;

  private final InterferenceSettings settings;
  private final Subject subject;
  private final SuperNet net;
  private final SuperNetTrainer trainer;
  private final ExperimentContext context;
  private final PacedTraining pace;
  private final Path checkpoint;
  private final List<Batch> validationBatches;
  private final List<Architecture> validationChildModels;
  private ProbeProgress progress = new ProbeProgress();

  ProbedTraining(
      InterferenceSettings settings,
      Subject subject,
      SuperNet net,
      SuperNetTrainer trainer,
      ExperimentContext context) {
    this.settings = settings;
    this.subject = subject;
    this.net = net;
    this.trainer = trainer;
    this.context = context;
    this.pace = new PacedTraining(settings.training(), trainer, context, TELLINGS);
    this.checkpoint = context.folder().resolve(PacedTraining.CHECKPOINT);
    this.validationBatches =
        subject.task().validation(settings.validationBatches()).stream()
            .<Batch>flatMap(batch -> batch.parts(settings.training().microBatch()).stream())
            .toList();
    this.validationChildModels = validationChildModels(net.size().space());
  }

  TrialResult run(Seeds seeds) {
    restore();
    Optional<String> divergence = Optional.empty();
    for (long stop : pace.stops(settings.measuredSteps())) {
      divergence = pace.trainTo(stop, progress::addTrainingSeconds);
      if (divergence.isPresent()) {
        break;
      }
      if (measure(stop, seeds) || isCheckpoint(stop)) {
        save();
      }
    }
    WholeFile.write(
        context.artifact().resolve(PacedTraining.WEIGHTS_HASH), WeightsHash.of(net) + "\n");
    return new ProbeReport(settings, subject, trainer).result(progress, divergence);
  }

  private static List<Architecture> validationChildModels(SearchSpace space) {
    Seeds seeds = new Seeds(VALIDATION_SEED);
    return IntStream.range(0, VALIDATION_CHILD_MODELS)
        .mapToObj(number -> space.draw(seeds.randomAt("validation/child", number)))
        .toList();
  }

  /** What is damaged is worth nothing: the run starts over, rather than end in a wrong result. */
  private void restore() {
    if (!Files.exists(checkpoint)) {
      return;
    }
    try {
      long step = SuperNetTrainer.stepOf(checkpoint);
      ProbeProgress stored = ProbeProgress.read(context.folder(), step);
      trainer.restore(checkpoint);
      progress = stored;
      context.moved(pace.share(), "going on from step " + step);
    } catch (InputException e) {
      context.moved(0, "warning: " + e.getMessage() + " (not used; the trial starts over)");
    }
  }

  private boolean isCheckpoint(long step) {
    long every = settings.training().checkpointEverySteps();
    return every > 0 && step > 0 && step % every == 0;
  }

  private boolean measure(long step, Seeds seeds) {
    boolean measured = false;
    if (settings.measuredSteps().contains(step) && !progress.hasValidated(step)) {
      double loss =
          trainer.validationLoss(validationBatches, validationChildModels, context::alive);
      progress.add(new ProbeProgress.Validated(step, loss));
      measured = true;
    }
    for (double trainedShare : settings.probe().trainedShares()) {
      if (settings.stepAt(trainedShare) == step && !progress.hasProbed(trainedShare)) {
        probe(trainedShare, seeds);
        measured = true;
      }
    }
    return measured;
  }

  private void probe(double trainedShare, Seeds seeds) {
    context.moved(pace.share(), "probing, step " + trainer.step());
    long start = System.nanoTime();
    ProbeProgress.Probed probed =
        ProbeProgress.Probed.of(
            trainedShare,
            new GradientProbe(net, settings.training().microBatch(), context::alive)
                .run(
                    settings.probe().plan(),
                    number -> subject.task().probeBatch(seeds, number),
                    seeds));
    progress.add(probed, PacedTraining.secondsSince(start));
  }

  private void save() {
    progress.write(context.folder(), trainer.step());
    trainer.save(checkpoint);
    ProgressFile.deleteOthers(context.folder(), trainer.step());
    context.checkpointed();
  }
}
