package magicbench.harness.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TinyTask;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares every weight's gradient with central differences in 64-bit arithmetic, each along a
 * random direction, so that every entry of the weight takes part.
 */
class GradientCheckTest {

  private static final double TOLERANCE = 1e-6;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final UniformRandomProvider random = TinyTask.SEEDS.random("directions");

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "mha.mha.mha, 2",
    "ffn.ffn.ffn, 2",
    "sep3.sep3.sep3, 2",
    "sep5.sep5.sep5, 0",
    "sep7.sep7.sep7, 2",
    "sep3.sep7.sep3, 0",
    "id.id.id, 2",
    "mha.ffn.sep3, 2",
    "sep7.id.mha, 1"
  })
  void agrees_with_finite_differences(String architecture, int expansion) {
    check(architecture, expansion, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mha.ffn.sep3", "sep7.id.mha"})
  void agrees_with_finite_differences_in_bert_s_form(String architecture) {
    check(architecture, 1, "bert");
  }

  private void check(String architecture, int expansion, String form) {
    try (ChainSuperNet net = net(expansion, form)) {
      Architecture child = Architecture.parse(architecture);
      backward(net, child);
      for (Weight weight : net.parametersOf(child)) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double gradient = Slopes.ofGradient(weight, direction);
        double slope = Slopes.measured(net, weight.array(), direction, () -> loss(net, child));
        assertThat(gradient)
            .as(weight.name())
            .isCloseTo(slope, within(TOLERANCE * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  private ChainSuperNet net(int expansion, String form) {
    List<String> operators = List.of("mha", "ffn", "sep3", "sep5", "sep7", "id");
    SpaceSettings settings = new SpaceSettings(3, operators, 8, 2, 12, expansion, form);
    NetworkSize size = new NetworkSize(settings.space(), TinyTask.VOCABULARY, TinyTask.SEQUENCE);
    return new ChainSuperNet(size, TinyTask.SEEDS, manager, DataType.FLOAT64);
  }

  private static void backward(ChainSuperNet net, Architecture child) {
    try (NDManager scope = net.newScope();
        GradientCollector collector = scope.getEngine().newGradientCollector()) {
      collector.backward(net.loss(child, TinyTask.batch(0).arrays(scope)));
    }
  }

  private static double loss(ChainSuperNet net, Architecture child) {
    try (NDManager scope = net.newScope()) {
      return net.loss(child, TinyTask.batch(0).arrays(scope)).toDoubleArray()[0];
    }
  }
}
