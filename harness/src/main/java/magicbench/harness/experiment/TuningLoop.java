package magicbench.harness.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import magicbench.harness.training.FineTuner;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.record.Curve;

/**
 * The steps of a fine-tuning.
 *
 * @param tuner makes them
 * @param steps how many
 * @param batches what each step learns from, by the step's number
 * @param context who is told
 */
record TuningLoop(
    FineTuner tuner, long steps, LongFunction<LabelledBatch> batches, ExperimentContext context) {

  private static final int CURVE_POINTS = 200;
  private static final int TELLINGS = 50;

  /**
   * How it ended.
   *
   * @param losses the training loss, at some two hundred steps
   * @param failure what wasn't finite; empty where all steps were made
   */
  record Ended(Curve losses, Optional<String> failure) {}

  /** Makes all steps, or those before one whose loss or gradient isn't finite. */
  Ended run() {
    List<Long> at = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    while (tuner.step() < steps) {
      long step = tuner.step();
      FineTuner.Step done = tuner.train(batches.apply(step));
      if (done.failure().isPresent()) {
        String failure = "diverged at step " + tuner.step() + ": " + done.failure().get();
        return new Ended(new Curve(at, losses), Optional.of(failure));
      }
      if (step % Math.max(1, steps / CURVE_POINTS) == 0) {
        at.add(step);
        losses.add(done.loss());
      }
      told(step);
    }
    return new Ended(new Curve(at, losses), Optional.empty());
  }

  private void told(long step) {
    if (step % Math.max(1, steps / TELLINGS) == 0) {
      context.moved((double) step / steps, "fine-tuning, step " + step);
    } else {
      context.alive();
    }
  }

  /**
   * The answers to some batches, row by row.
   *
   * @param asked the batches
   */
  float[][] answers(List<LabelledBatch> asked) {
    List<float[]> answers = new ArrayList<>();
    for (LabelledBatch batch : asked) {
      answers.addAll(Arrays.asList(tuner.answers(batch)));
      context.alive();
    }
    return answers.toArray(new float[0][]);
  }
}
