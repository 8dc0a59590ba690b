package magicbench.baselines.sandwich;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.LongStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import magicbench.harness.training.TokenBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the two readings of "largest" teach: the tiny language's tokens are equally frequent, ten of
 * them, and their context tells them apart.
 */
final class SandwichTeacherTest {

  private static final long STEPS = 300;
  private static final double UNIFORM = Math.log(10);
  private static final List<String> OPERATORS = List.of("ffn", "sep3", "sep7");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void a_feed_forward_teacher_teaches_frequencies_only() {
    assertThat(lossAfter("parameters")).isGreaterThan(0.95 * UNIFORM);
  }

  @Test
  void an_alternating_teacher_teaches_the_context() {
    assertThat(lossAfter("alternating")).isLessThan(0.6 * UNIFORM);
  }

  /** As wide between its linear maps as a Transformer: four times the hidden size. */
  private static NetworkSize size() {
    return new NetworkSize(
        new SpaceSettings(3, OPERATORS, 8, 2, 32, 0).space(),
        TinyTask.VOCABULARY,
        TinyTask.SEQUENCE);
  }

  /** The held-out loss of a path that could read the context. */
  private double lossAfter(String largest) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("largest", largest);
    List<TokenBatch> held = LongStream.range(1000, 1010).mapToObj(TinyTask::batch).toList();
    try (ChainSuperNet net = new ChainSuperNet(size(), TinyTask.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                new SandwichMethod().create(net.size().space(), settings),
                TinyTask::batch,
                TinyTask.settings(STEPS),
                TinyTask.SEEDS)) {
      trainer.trainTo(STEPS);
      return trainer.validationLoss(held, List.of(Architecture.parse("sep3.sep7.sep3")));
    }
  }
}
