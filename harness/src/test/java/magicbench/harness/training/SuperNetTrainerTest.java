package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.LongStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuperNetTrainerTest {

  private final NDManager manager = NDManager.newBaseManager();
  private final SuperNet net = new SuperNet(TinyTask.size(), TinyTask.SEEDS, manager);

  @AfterEach
  void free() {
    manager.close();
  }

  private SuperNetTrainer trainer(long steps, int paths) {
    return new SuperNetTrainer(
        net,
        TinyTask.uniform(net.size().space(), paths),
        TinyTask::batch,
        TinyTask.settings(steps),
        TinyTask.SEEDS);
  }

  @Test
  void learns_a_language_that_counts() {
    List<TokenBatch> held = LongStream.range(1000, 1010).mapToObj(TinyTask::batch).toList();
    List<Architecture> child = List.of(Architecture.parse("mha.ffn.sep3"));
    try (SuperNetTrainer trainer = trainer(600, 1)) {
      double before = trainer.validationLoss(held, child);
      trainer.trainTo(600);
      double after = trainer.validationLoss(held, child);
      assertThat(before).isBetween(2.2, 2.9);
      assertThat(after).isLessThan(1);
    }
  }

  @Test
  void keeps_the_number_of_live_arrays_constant_from_step_to_step() {
    try (SuperNetTrainer trainer = trainer(20, 2)) {
      trainer.trainTo(1);
      int first = manager.getManagedArrays().size();
      trainer.trainTo(20);
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }
}
