package magicbench.harness.training;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a super-net is trained.
 *
 * @param steps the number of steps of a full run, at least 1; the decay ends there
 * @param batch the number of sequences of a batch, at least 1
 * @param learningRate the peak learning rate, above 0
 * @param warmupSteps the steps of the linear warm-up, 0 to {@code steps}
 * @param decay what follows the warm-up
 * @param weightDecay weight decay of matrices, 0 for none: decoupled with Adam, in the gradient
 *     with {@code momentum}
 * @param clipNorm the largest global gradient norm, 0 for no clipping
 * @param beta1 decay of Adam's first moment, 0 to below 1
 * @param beta2 decay of Adam's second moment, 0 to below 1
 * @param epsilon what Adam adds to the root of the second moment, above 0
 * @param checkpointEverySteps a checkpoint is written after every so many steps, 0 for never
 * @param microBatch the number of sequences of one pass, 0 for the whole batch at once: a smaller
 *     one needs less memory and gives the same gradient but for rounding
 * @param momentum gradient descent with momentum in the place of Adam, whose beta1, beta2 and
 *     epsilon have no part then, though they must be given; null for Adam
 * @param averageDecay of a super-net's trainer, what is left at each update of a moving average of
 *     all weights, which is what scores, above 0 to below 1, see {@link
 *     SuperNetTrainer#withAveragedWeights}; null for no average
 */
@JsonInclude(JsonInclude.Include.NON_NULL) // what older files lack, files without it lack
public record TrainingSettings(
    long steps,
    int batch,
    double learningRate,
    long warmupSteps,
    Decay decay,
    double weightDecay,
    double clipNorm,
    double beta1,
    double beta2,
    double epsilon,
    long checkpointEverySteps,
    Integer microBatch,
    Momentum momentum,
    Double averageDecay) {

  /** Checks every field. */
  public TrainingSettings {
    microBatch = microBatch == null ? 0 : microBatch; // older scales don't have it
    decay = decay == null ? Decay.CONSTANT : decay;
    require(steps >= 1, "steps", steps, "at least 1");
    require(batch >= 1, "batch", batch, "at least 1");
    require(learningRate > 0 && learningRate < 10, "learningRate", learningRate, "above 0");
    require(warmupSteps >= 0 && warmupSteps <= steps, "warmupSteps", warmupSteps, "0 to steps");
    require(weightDecay >= 0 && weightDecay < 10, "weightDecay", weightDecay, "0 or above");
    require(clipNorm >= 0 && clipNorm < 1e9, "clipNorm", clipNorm, "0 or above");
    require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "0 to below 1");
    require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "0 to below 1");
    require(epsilon > 0 && epsilon < 1, "epsilon", epsilon, "between 0 and 1");
    require(checkpointEverySteps >= 0, "checkpointEverySteps", checkpointEverySteps, "0 or above");
    require(microBatch >= 0 && microBatch <= batch, "microBatch", microBatch, "0 to batch");
    require(
        averageDecay == null || (averageDecay > 0 && averageDecay < 1),
        "averageDecay",
        averageDecay,
        "above 0 to below 1");
  }

  /**
   * Training by Adam without averages.
   *
   * @param steps see the record's
   * @param batch see the record's
   * @param learningRate see the record's
   * @param warmupSteps see the record's
   * @param decay see the record's
   * @param weightDecay see the record's
   * @param clipNorm see the record's
   * @param beta1 see the record's
   * @param beta2 see the record's
   * @param epsilon see the record's
   * @param checkpointEverySteps see the record's
   * @param microBatch see the record's
   */
  public TrainingSettings(
      long steps,
      int batch,
      double learningRate,
      long warmupSteps,
      Decay decay,
      double weightDecay,
      double clipNorm,
      double beta1,
      double beta2,
      double epsilon,
      long checkpointEverySteps,
      Integer microBatch) {
    this(
        steps,
        batch,
        learningRate,
        warmupSteps,
        decay,
        weightDecay,
        clipNorm,
        beta1,
        beta2,
        epsilon,
        checkpointEverySteps,
        microBatch,
        null,
        null);
  }

  private static void require(boolean holds, String field, Number value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is " + value + "; it must be " + range);
    }
  }

  /**
   * The same training in a part of its steps, warm-up and decay in proportion, without checkpoints.
   *
   * @param parts into how many parts the steps are divided, 1 to {@code steps}
   * @return training of {@code steps / parts} steps, rounded down
   */
  public TrainingSettings part(int parts) {
    long own = steps / parts;
    long warmup = Math.min(own, Math.round(warmupSteps / (double) parts));
    return new TrainingSettings(
        own,
        batch,
        learningRate,
        warmup,
        decay,
        weightDecay,
        clipNorm,
        beta1,
        beta2,
        epsilon,
        0L,
        microBatch,
        momentum,
        averageDecay);
  }

  /**
   * The learning rate of one step: a linear warm-up whose last step has the peak, then the decay,
   * which would reach its end at the step after the last.
   *
   * @param step the step's number, from 0
   * @return 0 or above
   */
  public double learningRateAt(long step) {
    if (step < warmupSteps) {
      return learningRate * (step + 1) / warmupSteps;
    }
    double progress = (step - warmupSteps) / (double) Math.max(1, steps - warmupSteps);
    return learningRate * decay.factor(Math.min(1, progress));
  }
}
