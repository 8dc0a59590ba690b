package magicbench.harness.task;

import static magicbench.harness.bench.Timing.median;
import static magicbench.harness.bench.Timing.now;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import magicbench.harness.image.Augmentation;
import magicbench.harness.image.DrawnImages;
import magicbench.harness.image.Evaluation;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.ImageParts;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.space.MobileSpace;
import magicbench.harness.supernet.MobileSuperNet;
import magicbench.harness.training.Decay;
import magicbench.harness.training.ImageBatch;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TrainingSettings;
import magicbench.harness.truth.FixedPath;
import magicbench.results.plan.Seeds;

/**
 * Times the making of a training batch against the training step that consumes it, the two by turns
 * in one run: the space, the batch and the changes of scale laptop-images, with a crop as well; a
 * path of middle size. The figure is the ratio of their medians. Run it with
 * harness/bench/loader.sh.
 */
public final class LoaderBenchmark {

  private static final int SIDE = 32;
  private static final int BATCH = 64;
  private static final int STEPS = 40;
  private static final int PICTURES = 6000;
  private static final ImageBatch.Form FORM = new ImageBatch.Form(1, SIDE, 5);
  private static final Seeds SEEDS = new Seeds(7);
  private static final Architecture PATH = Architecture.parse("k3e4.k3e2.k5e4.k3e2.k5e2.k3e4");

  private LoaderBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds, 3 if absent
   */
  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    MobileSpace space = settings().space();
    ImageTask task = new ImageTask(data(), FORM, recipe());
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        MobileSuperNet net = new MobileSuperNet(space, SEEDS, manager, DataType.FLOAT32);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                new FixedPath(PATH),
                step -> task.trainingBatch(SEEDS, step),
                training((rounds + 1L) * STEPS),
                SEEDS)) {
      run(rounds, task, trainer);
    }
  }

  private static MobileSettings settings() {
    return new MobileSettings(
        SIDE,
        1,
        5,
        8,
        2,
        0,
        List.of(new MobileSettings.Stage(2, 16, 2), new MobileSettings.Stage(4, 32, 2)),
        List.of(3, 5),
        List.of(2, 4),
        true,
        96,
        "batch");
  }

  private static ImageData data() {
    return ImageData.of(
        new ImageParts(
            DrawnImages.of(SIDE, PICTURES, SEEDS),
            DrawnImages.of(SIDE, BATCH, new Seeds(8)),
            List.of()),
        BATCH,
        0);
  }

  private static ImageRecipe recipe() {
    Augmentation changes = new Augmentation(2, Optional.empty(), true, Optional.empty());
    return new ImageRecipe(
        BATCH, BATCH, 0, changes, Evaluation.asIs(), 0.1, 0.2, 0.1, settings().features());
  }

  private static TrainingSettings training(long steps) {
    return new TrainingSettings(
        steps, BATCH, 0.01, 1L, Decay.CONSTANT, 0.01, 5, 0.9, 0.99, 1e-8, 0L, 0);
  }

  private static void run(int rounds, ImageTask task, SuperNetTrainer trainer) {
    double[] loading = new double[rounds];
    double[] training = new double[rounds];
    trainer.trainTo(STEPS);
    for (int round = 0; round < rounds; round++) {
      long start = now();
      for (int step = 0; step < STEPS; step++) {
        task.trainingBatch(SEEDS, step);
      }
      long middle = now();
      trainer.trainTo((round + 2L) * STEPS);
      training[round] = (now() - middle) / 1e6 / STEPS;
      loading[round] = (middle - start) / 1e6 / STEPS;
    }
    double alone = median(training) - median(loading);
    System.out.printf(
        Locale.ROOT,
        "a batch is made in %.2f ms, a step without that takes %.2f ms: %.1f times as long%n",
        median(loading),
        alone,
        alone / median(loading));
  }
}
