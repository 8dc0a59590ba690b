package magicbench.harness.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.TinyTask;
import magicbench.harness.training.TokenBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PathScorerTest {

  private static final List<String> OPERATORS = List.of("mha", "sep3", "id");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ChainSuperNet net =
      new ChainSuperNet(TinyTask.size(3, OPERATORS), TinyTask.SEEDS, manager);
  private final List<TokenBatch> batches = List.of(TinyTask.batch(1), TinyTask.batch(2));

  @AfterEach
  void free() {
    manager.close();
  }

  private static List<Architecture> all() {
    List<Architecture> all = new ArrayList<>();
    for (String first : OPERATORS) {
      for (String second : OPERATORS) {
        OPERATORS.forEach(third -> all.add(new Architecture(List.of(first, second, third))));
      }
    }
    return all;
  }

  private double alone(Architecture path) {
    double sum = 0;
    for (TokenBatch batch : batches) {
      try (NDManager scope = net.newScope()) {
        sum += net.loss(path, batch.arrays(scope)).getFloat();
      }
    }
    return sum / batches.size();
  }

  @Test
  void scores_all_paths_as_one_by_one() {
    double[] together = new PathScorer(net).losses(all(), batches);
    for (int index = 0; index < together.length; index++) {
      assertThat(together[index])
          .as(all().get(index).toString())
          .isCloseTo(alone(all().get(index)), within(1e-5));
    }
  }

  @Test
  void keeps_the_order_of_the_paths() {
    List<Architecture> few = List.of(all().get(26), all().get(0), all().get(13));
    double[] scores = new PathScorer(net).losses(few, batches);
    double[] every = new PathScorer(net).losses(all(), batches);
    assertThat(scores).containsExactly(every[26], every[0], every[13]);
  }

  @Test
  void leaves_no_array_behind() {
    int before = manager.getManagedArrays().size();
    new PathScorer(net).losses(all(), batches);
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
