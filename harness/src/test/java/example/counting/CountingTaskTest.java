package example.counting;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.task.SuperNetTask;
import magicbench.harness.task.TaskContract;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

/** What an author of a task tests: the contract kit, and that something learns it. */
// tag::test
final class CountingTaskTest extends TaskContract {

  private static final Seeds SEEDS = new Seeds(1);

  @Override
  protected SuperNetTask task() {
    return new CountingTask(16);
  }

  @Test
  void a_super_net_learns_it_in_seconds() {
    SpaceSettings space = new SpaceSettings(2, List.of("mha", "ffn", "sep3"), 16, 2, 32, 2);
    NetworkSize size =
        new NetworkSize(space.space(), CountingTask.VOCABULARY, CountingTask.SEQUENCE);
    List<Architecture> child = List.of(Architecture.parse("mha.ffn"));
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ChainSuperNet net = new ChainSuperNet(size, SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                TinyTask.uniform(space.space()), // one random child model a step
                step -> task().trainingBatch(SEEDS, step),
                TinyTask.settings(300), // Adam, rate 0.01
                SEEDS)) {
      double before = trainer.validationLoss(task().validation(5), child);

      trainer.trainTo(300);

      assertThat(before - trainer.validationLoss(task().validation(5), child)).isGreaterThan(0.3);
    }
  }
}
// end::test
