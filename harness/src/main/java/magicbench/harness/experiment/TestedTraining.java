package magicbench.harness.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.DoubleAdder;
import magicbench.harness.image.ImageSet;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.ImageBatch;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TrainingSettings;
import magicbench.results.file.InputException;
import magicbench.results.record.Curve;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/**
 * One image network's training and its test. A killed run goes on from its last checkpoint.
 *
 * @param layout the network
 * @param subject what it learns
 * @param net holds its weights
 * @param trainer trains it
 * @param context is told how far it is
 */
record TestedTraining(
    ImageLayout layout,
    ImageSubject subject,
    SuperNet net,
    SuperNetTrainer trainer,
    ExperimentContext context) {

  private static final long TELLINGS = 50;
  private static final double PERCENT = 100;
  private static final int FLOPS_A_MULTIPLY_ADD = 2;

  /** What the test set says. */
  private record Tested(double loss, double accuracy) {}

  TrialResult run(TrainingSettings settings) {
    PacedTraining pace = new PacedTraining(settings, trainer, context, TELLINGS);
    Path checkpoint = context.folder().resolve(PacedTraining.CHECKPOINT);
    restore(checkpoint);
    DoubleAdder seconds = new DoubleAdder();
    Optional<String> divergence = Optional.empty();
    for (long stop : pace.stops(new TreeSet<>())) {
      divergence = pace.trainTo(stop, seconds::add);
      if (divergence.isPresent()) {
        break;
      }
      if (stop < settings.steps() && stop > 0) {
        trainer.save(checkpoint);
        context.checkpointed();
      }
    }
    return result(divergence, seconds.sum());
  }

  /** What is damaged is worth nothing: the run starts over, rather than end in a wrong result. */
  private void restore(Path checkpoint) {
    if (Files.exists(checkpoint)) {
      try {
        trainer.restore(checkpoint);
        context.moved(0, "going on from step " + trainer.step());
      } catch (InputException e) {
        context.moved(0, "warning: " + e.getMessage() + " (not used; the trial starts over)");
      }
    }
  }

  private TrialResult result(Optional<String> divergence, double seconds) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    List<ImageBatch> test = subject.task().test();
    if (divergence.isEmpty()) {
      context.moved(1, "testing");
      Tested tested = trainer.withAveragedWeights(() -> tested(test));
      metrics.put("testLoss", tested.loss());
      metrics.put("taskScore", PERCENT * tested.accuracy());
      metrics.put("chanceScore", PERCENT * largestShare(subject.task().data().test()));
    }
    metrics.put("parameters", (double) layout.parameters());
    metrics.put("forwardFlops", (double) layout.forwardFlops());
    metrics.put("multiplyAdds", (double) layout.forwardFlops() / FLOPS_A_MULTIPLY_ADD);
    metrics.put("scoredShareInTraining", subject.task().shareInTraining(test));
    metrics.put("trainingExamples", (double) subject.task().data().train().size());
    metrics.put("testExamples", (double) subject.task().data().test().size());
    metrics.put("trainingSteps", (double) trainer.step());
    metrics.put("trainingSeconds", seconds);
    SortedMap<String, Curve> curves = new TreeMap<>();
    curves.put("trainingLoss", ScoreReport.curve(trainer.lossCurve()));
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("layout", ImageLayoutTable.of(List.of(layout)));
    return new TrialResult(
        divergence.isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
        divergence.orElse(""),
        metrics,
        curves,
        tables,
        subject.origins());
  }

  private Tested tested(List<ImageBatch> test) {
    double loss = 0;
    long right = 0;
    long told = 0;
    for (ImageBatch batch : test) {
      try (NDManager scope = net.newScope()) {
        BatchArrays arrays = batch.arrays(scope);
        NDArray logits = net.logits(layout.child(), arrays);
        loss += batch.told() * (double) net.crossEntropy(logits, arrays).getFloat();
        right += right(batch, logits.argMax(1).toLongArray());
      }
      told += batch.told();
      context.alive();
    }
    return new Tested(loss / told, (double) right / told);
  }

  private static long right(ImageBatch batch, long[] guesses) {
    long right = 0;
    for (int image = 0; image < guesses.length; image++) {
      right += batch.targets()[image * batch.form().classes() + (int) guesses[image]] == 1 ? 1 : 0;
    }
    return right;
  }

  private static double largestShare(ImageSet images) {
    long[] counts = new long[images.classes()];
    long most = 0;
    for (int index = 0; index < images.size(); index++) {
      most = Math.max(most, ++counts[images.label(index)]);
    }
    return (double) most / images.size();
  }
}
