package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.training.Batch;
import magicbench.harness.training.ImageBatch;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

/** The contract kit of tasks that super-nets learn: a task's test extends it and makes the task. */
public abstract class TaskContract {

  private static final Seeds SEEDS = new Seeds(5);
  private static final int BATCHES = 2;

  /**
   * The task under test.
   *
   * @return a new one at each call, with two held-out batches or more for every use
   */
  protected abstract SuperNetTask task();

  /**
   * What a batch holds.
   *
   * @param batch one of the task's
   * @return a text that differs where batches do
   */
  protected String text(Batch batch) {
    if (batch instanceof TokenBatch tokens) {
      return Arrays.toString(tokens.inputIds())
          + Arrays.toString(tokens.positions())
          + Arrays.toString(tokens.targets());
    }
    if (batch instanceof ImageBatch images) {
      return Arrays.toString(images.pixels()) + Arrays.toString(images.targets());
    }
    throw new IllegalStateException("override text(Batch) for batches of " + batch.getClass());
  }

  private List<String> texts(List<? extends Batch> batches) {
    return batches.stream().map(this::text).toList();
  }

  @Test
  void a_step_has_the_same_batch_whatever_was_asked_before() {
    SuperNetTask asked = task();
    asked.trainingBatch(SEEDS, 9);
    asked.trainingBatch(new Seeds(6), 3);
    asked.probeBatch(SEEDS, 3);

    assertThat(text(asked.trainingBatch(SEEDS, 3))).isEqualTo(text(task().trainingBatch(SEEDS, 3)));
  }

  @Test
  void a_probe_has_the_same_batch_whatever_was_asked_before() {
    SuperNetTask asked = task();
    asked.probeBatch(SEEDS, 9);
    asked.trainingBatch(SEEDS, 3);

    assertThat(text(asked.probeBatch(SEEDS, 3))).isEqualTo(text(task().probeBatch(SEEDS, 3)));
  }

  @Test
  void steps_seeds_and_probes_have_batches_of_their_own() {
    SuperNetTask task = task();

    assertThat(
            texts(
                List.of(
                    task.trainingBatch(SEEDS, 0),
                    task.trainingBatch(SEEDS, 1),
                    task.trainingBatch(new Seeds(6), 0),
                    task.probeBatch(SEEDS, 0),
                    task.probeBatch(SEEDS, 1))))
        .doesNotHaveDuplicates();
  }

  @Test
  void held_out_batches_are_as_many_as_asked_for_and_always_the_same() {
    SuperNetTask asked = task();
    asked.trainingBatch(SEEDS, 3);

    for (HeldOutUse use : HeldOutUse.values()) {
      assertThat(texts(asked.heldOut(use, BATCHES)))
          .hasSize(BATCHES)
          .isEqualTo(texts(task().heldOut(use, BATCHES)));
    }
    assertThat(texts(asked.validation(BATCHES)))
        .hasSize(BATCHES)
        .isEqualTo(texts(task().validation(BATCHES)));
  }

  @Test
  void no_held_out_batch_serves_two_uses() {
    SuperNetTask task = task();

    assertThat(
            Stream.of(HeldOutUse.values())
                .flatMap(use -> texts(task.heldOut(use, BATCHES)).stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_held_out_is_not_all_in_the_training_data() {
    SuperNetTask task = task();

    for (HeldOutUse use : HeldOutUse.values()) {
      assertThat(task.shareInTraining(task.heldOut(use, BATCHES)))
          .isGreaterThanOrEqualTo(0)
          .isLessThan(1);
    }
  }

  @Test
  void a_training_batch_in_parts_tells_as_much_as_the_whole() {
    Batch batch = task().trainingBatch(SEEDS, 0);

    assertThat(batch.told()).isPositive();
    assertThat(batch.parts(1).stream().mapToInt(Batch::told).sum()).isEqualTo(batch.told());
  }
}
