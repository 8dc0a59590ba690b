package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.TextTask;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.Grades;
import magicbench.harness.task.LabelledTexts;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.FineTuner;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Curve;

/**
 * One run of training and its score.
 *
 * @param settings how
 * @param layout what
 * @param task what is told apart
 * @param train what is trained on
 * @param dev what is scored on
 */
record FineTuningRun(
    FineTuningSettings settings,
    Layout layout,
    TextTask task,
    LabelledTexts train,
    LabelledTexts dev) {

  private static final int DEV_ROWS = 32;
  private static final int CURVE_POINTS = 200;
  private static final int TELLINGS = 50;

  /** How it ended. */
  record Ended(
      SortedMap<String, Double> grades,
      long steps,
      double seconds,
      Curve losses,
      Optional<String> failure) {}

  /**
   * Trains and scores.
   *
   * @param seeds the trial's
   * @param weights the child model's, from pre-training
   * @param context who is told
   */
  Ended of(Seeds seeds, Path weights, ExperimentContext context) {
    boolean score = task.labels().isEmpty();
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        SuperNet net = new SuperNet(settings.size(layout), seeds, manager);
        ClassificationHead head =
            new ClassificationHead(
                layout.space().hidden(),
                score ? 1 : task.labels().size(),
                seeds,
                manager,
                DataType.FLOAT32);
        FineTuner tuner =
            new FineTuner(net, layout.child(), head, settings.training(train.size()), score)) {
      ChildWeights.read(weights, net, layout.child());
      return run(seeds, tuner, context);
    }
  }

  private Ended run(Seeds seeds, FineTuner tuner, ExperimentContext context) {
    long steps = settings.training(train.size()).steps();
    long start = System.nanoTime();
    List<Long> at = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    while (tuner.step() < steps) {
      long step = tuner.step();
      FineTuner.Step done = tuner.train(train.trainingBatch(seeds, step, settings.batch()));
      if (done.failure().isPresent()) {
        return ended(new TreeMap<>(), tuner, start, curve(at, losses), done.failure());
      }
      if (step % Math.max(1, steps / CURVE_POINTS) == 0) {
        at.add(step);
        losses.add(done.loss());
      }
      told(step, steps, context);
    }
    context.moved(1, "scoring");
    return ended(grades(tuner, context), tuner, start, curve(at, losses), Optional.empty());
  }

  private static void told(long step, long steps, ExperimentContext context) {
    if (step % Math.max(1, steps / TELLINGS) == 0) {
      context.moved((double) step / steps, "fine-tuning, step " + step);
    } else {
      context.alive();
    }
  }

  private static Curve curve(List<Long> at, List<Double> losses) {
    return new Curve(at, losses);
  }

  private static Ended ended(
      SortedMap<String, Double> grades,
      FineTuner tuner,
      long start,
      Curve losses,
      Optional<String> failure) {
    Optional<String> told =
        failure.map(reason -> "diverged at step " + tuner.step() + ": " + reason);
    return new Ended(grades, tuner.step(), PacedTraining.secondsSince(start), losses, told);
  }

  private SortedMap<String, Double> grades(FineTuner tuner, ExperimentContext context) {
    List<float[]> answers = new ArrayList<>();
    for (LabelledBatch batch : dev.inOrder(DEV_ROWS)) {
      answers.addAll(Arrays.asList(tuner.answers(batch)));
      context.alive();
    }
    return Grades.of(task, answers.toArray(new float[0][]), dev.targets());
  }
}
