package magicbench.baselines.sumnas;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.LongStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import magicbench.harness.training.TokenBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both outer updates learn the tiny language: ten equally frequent tokens, told by context. */
final class SumnasLearnsTest {

  private static final long STEPS = 100;
  private static final double UNIFORM = Math.log(10);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void interpolation_learns() {
    settings.put("innerRate", 0.5);
    assertThat(lossAfterTraining()).isLessThan(0.6 * UNIFORM);
  }

  @Test
  void the_optimiser_learns() {
    settings.put("outer", "optimiser");
    assertThat(lossAfterTraining()).isLessThan(0.6 * UNIFORM);
  }

  private double lossAfterTraining() {
    List<TokenBatch> held = LongStream.range(1000, 1010).mapToObj(TinyTask::batch).toList();
    try (ChainSuperNet net = new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                new SumnasMethod().create(net.size().space(), settings),
                TinyTask::batch,
                TinyTask.settings(STEPS),
                TinyTask.SEEDS)) {
      trainer.trainTo(STEPS);
      return trainer.validationLoss(held, List.of(Architecture.parse("sep3.ffn.sep5")));
    }
  }
}
