package magicbench.harness.task;

import java.util.List;
import magicbench.harness.training.Batch;
import magicbench.results.plan.Seeds;

/** What a super-net learns, is probed on and is scored on, whatever it is made of. */
public interface SuperNetTask {

  /**
   * The batch of one training step.
   *
   * @param seeds the trial's seeds
   * @param step the step's number
   * @return a batch of training data, the same whenever it is asked for
   */
  Batch trainingBatch(Seeds seeds, long step);

  /**
   * A batch of training data for a probe.
   *
   * @param seeds the trial's seeds
   * @param number the batch's number
   * @return the batch, the same whenever it is asked for
   */
  Batch probeBatch(Seeds seeds, long number);

  /**
   * Held-out batches.
   *
   * @param use what for; nothing serves two uses
   * @param count how many
   * @return the batches, the same for every seed, method and child model
   * @throws magicbench.results.file.InputException when there is too little held-out data
   */
  List<? extends Batch> heldOut(HeldOutUse use, int count);

  /**
   * Held-out batches for a loss that nothing is chosen by.
   *
   * @param count how many
   * @return the batches, the same for every seed and method, out of all that is held out
   * @throws magicbench.results.file.InputException when there is too little held-out data
   */
  List<? extends Batch> validation(int count);

  /**
   * How much of some batches is in the training data: a check of what scores, not of how it was
   * chosen.
   *
   * @param batches as they are given to a network
   * @return a share, 0 to 1
   */
  double shareInTraining(List<? extends Batch> batches);
}
