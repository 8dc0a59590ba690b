package magicbench.harness.experiment;

import magicbench.harness.training.Decay;
import magicbench.harness.training.TrainingSettings;

/**
 * How a pre-trained child model is trained on. The learning rate falls linearly to 0.
 *
 * @param epochs how often the examples are gone through, at least 1
 * @param batch the number of examples of a batch, at least 1
 * @param learningRate the peak learning rate, above 0
 * @param warmupShare which share of the steps warms up, 0 to 1
 * @param weightDecay decoupled weight decay of matrices, 0 for none
 * @param clipNorm the largest global gradient norm, 0 for no clipping
 * @param beta1 decay of Adam's first moment, 0 to below 1
 * @param beta2 decay of Adam's second moment, 0 to below 1
 * @param epsilon what Adam adds to the root of the second moment, above 0
 * @param lowestShare which share of the learning rate the embedding has, above 0 to 1, see {@link
 *     magicbench.harness.training.FineTuner.Setup}; null for all of it
 */
record FineTuningRecipe(
    int epochs,
    int batch,
    double learningRate,
    double warmupShare,
    double weightDecay,
    double clipNorm,
    double beta1,
    double beta2,
    double epsilon,
    Double lowestShare) {

  FineTuningRecipe {
    lowestShare = lowestShare == null ? 1 : lowestShare; // most scales don't have it
    require(
        lowestShare > 0 && lowestShare <= 1,
        "lowestShare is " + lowestShare + "; it must be above 0 to 1");
    require(epochs >= 1, "epochs is " + epochs + "; it must be at least 1");
    require(batch >= 1, "batch is " + batch + "; it must be at least 1");
    require(
        warmupShare >= 0 && warmupShare <= 1,
        "warmupShare is " + warmupShare + "; it must be 0 to 1");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The optimiser's settings for so many examples. */
  TrainingSettings training(int examples) {
    long steps = epochs * Math.max(1L, examples / batch);
    return new TrainingSettings(
        steps,
        batch,
        learningRate,
        Math.round(warmupShare * steps),
        Decay.LINEAR,
        weightDecay,
        clipNorm,
        beta1,
        beta2,
        epsilon,
        0,
        0);
  }
}
