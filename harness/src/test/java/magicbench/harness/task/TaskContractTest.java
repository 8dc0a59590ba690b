package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;

import example.counting.CountingTask;
import java.util.List;
import magicbench.harness.sampling.FailedTests;
import magicbench.harness.training.Batch;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

/** The task contract fails where a fault is put in on purpose, and else not. */
final class TaskContractTest {

  @Test
  void a_task_that_keeps_the_contract_fails_nowhere() {
    assertThat(FailedTests.of(new Examined(new Honest()))).isEmpty();
  }

  @Test
  void one_batch_for_all_seeds_is_found_out() {
    assertThat(
            failed(
                new Honest() {
                  @Override
                  public Batch trainingBatch(Seeds seeds, long step) {
                    return super.trainingBatch(new Seeds(0), step);
                  }
                }))
        .containsExactly("steps_seeds_and_probes_have_batches_of_their_own");
  }

  @Test
  void a_batch_that_depends_on_what_was_asked_before_is_found_out() {
    assertThat(
            failed(
                new Honest() {
                  private long asked;

                  @Override
                  public Batch trainingBatch(Seeds seeds, long step) {
                    return super.trainingBatch(seeds, asked++);
                  }
                }))
        .contains("a_step_has_the_same_batch_whatever_was_asked_before");
  }

  @Test
  void scores_on_what_truth_is_measured_on_are_found_out() {
    assertThat(
            failed(
                new Honest() {
                  @Override
                  public List<? extends Batch> heldOut(HeldOutUse use, int count) {
                    return super.heldOut(HeldOutUse.TRUTH, count);
                  }
                }))
        .containsExactly("no_held_out_batch_serves_two_uses");
  }

  @Test
  void training_on_what_is_held_out_is_found_out() {
    assertThat(
            failed(
                new Honest() {
                  @Override
                  public double shareInTraining(List<? extends Batch> batches) {
                    return 1;
                  }
                }))
        .containsExactly("what_is_held_out_is_not_all_in_the_training_data");
  }

  private static Iterable<String> failed(SuperNetTask faulty) {
    return FailedTests.of(new Examined(faulty));
  }

  private static final class Examined extends TaskContract {

    private final SuperNetTask task;

    Examined(SuperNetTask task) {
      this.task = task;
    }

    @Override
    protected SuperNetTask task() {
      return task;
    }
  }

  /** The worked example, open to faults. */
  private static class Honest implements SuperNetTask {

    private final SuperNetTask counting = new CountingTask(4);

    @Override
    public Batch trainingBatch(Seeds seeds, long step) {
      return counting.trainingBatch(seeds, step);
    }

    @Override
    public Batch probeBatch(Seeds seeds, long number) {
      return counting.probeBatch(seeds, number);
    }

    @Override
    public List<? extends Batch> heldOut(HeldOutUse use, int count) {
      return counting.heldOut(use, count);
    }

    @Override
    public List<? extends Batch> validation(int count) {
      return counting.validation(count);
    }

    @Override
    public double shareInTraining(List<? extends Batch> batches) {
      return counting.shareInTraining(batches);
    }
  }
}
