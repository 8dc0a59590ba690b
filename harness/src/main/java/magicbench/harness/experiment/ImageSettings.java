package magicbench.harness.experiment;

import magicbench.harness.image.Augmentation;
import magicbench.harness.image.Evaluation;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.task.ImageRecipe;
import magicbench.harness.training.ImageBatch;

/**
 * What a trial on images learns from, and with what.
 *
 * @param space the search space
 * @param scoredBatch pictures of a scored batch, at least 1
 * @param calibration training pictures that batch normalisation is recalibrated on before a child
 *     model is scored; 0 for the statistics of the scored batch itself
 * @param augmentation how training pictures are changed; null for not at all
 * @param evaluation how scored pictures are brought to size; null where all have it
 * @param labelSmoothing see {@link ImageRecipe}; null for 0
 * @param mixup see {@link ImageRecipe}; null for 0
 * @param dropout see {@link ImageRecipe}; null for 0
 * @param loaderThreads how many threads make training batches ahead of the step; null for none, the
 *     step makes its own
 */
record ImageSettings(
    MobileSettings space,
    int scoredBatch,
    int calibration,
    Augmentation augmentation,
    Evaluation evaluation,
    Double labelSmoothing,
    Double mixup,
    Double dropout,
    Integer loaderThreads) {

  private static final int MOST_THREADS = 64;

  ImageSettings {
    require(space != null, "space is missing");
    require(scoredBatch >= 1, "scoredBatch is " + scoredBatch + "; it must be at least 1");
    require(calibration >= 0, "calibration is " + calibration + "; it must be 0 or above");
    augmentation = augmentation == null ? Augmentation.none() : augmentation;
    evaluation = evaluation == null ? Evaluation.asIs() : evaluation;
    loaderThreads = loaderThreads == null ? 0 : loaderThreads;
    require(
        loaderThreads >= 0 && loaderThreads <= MOST_THREADS,
        "loaderThreads is " + loaderThreads + "; it must be 0 to " + MOST_THREADS);
    int side = space.side();
    augmentation.resizedCrop().ifPresent(crop -> requireSide("resizedCrop", crop.side(), side));
    if (evaluation.side() > 0) {
      requireSide("evaluation", evaluation.side(), side);
    }
    labelSmoothing = share("labelSmoothing", labelSmoothing);
    dropout = share("dropout", dropout);
    mixup = mixup == null ? 0 : mixup;
    require(mixup >= 0 && mixup < 100, "mixup is " + mixup + "; it must be 0 or above");
  }

  private static void requireSide(String field, int brought, int taken) {
    require(
        brought == taken,
        "%s brings pictures to a side of %d, but the space takes %d"
            .formatted(field, brought, taken));
  }

  private static double share(String field, Double given) {
    double share = given == null ? 0 : given;
    require(share >= 0 && share < 1, field + " is " + share + "; it must be 0 to below 1");
    return share;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** How batches are made. */
  ImageRecipe recipe(int batch) {
    return new ImageRecipe(
        batch,
        scoredBatch,
        calibration,
        augmentation,
        evaluation,
        labelSmoothing,
        mixup,
        dropout,
        space.features());
  }

  /** The measures that networks see. */
  ImageBatch.Form form() {
    return new ImageBatch.Form(space.channels(), space.side(), space.classes());
  }

  /** The same of another space. */
  ImageSettings with(MobileSettings other) {
    return new ImageSettings(
        other,
        scoredBatch,
        calibration,
        augmentation,
        evaluation,
        labelSmoothing,
        mixup,
        dropout,
        loaderThreads);
  }
}
