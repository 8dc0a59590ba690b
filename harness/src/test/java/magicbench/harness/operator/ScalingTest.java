package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a backward pass keeps must outlive a collection of garbage. */
class ScalingTest {

  private static final int ROUNDS = 5;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT32", "FLOAT64"})
  void keeps_shape_and_precision(DataType type) {
    NDArray scaled = Scaling.of(manager.ones(new Shape(2, 3), type), 0.25);
    assertThat(scaled.getShape()).isEqualTo(new Shape(2, 3));
    assertThat(scaled.getDataType()).isEqualTo(type);
    assertThat(Scaling.of(manager.ones(new Shape(), type), 0.25).getShape()).isEqualTo(new Shape());
  }

  @Test
  void gives_the_right_gradient_after_a_collection_of_garbage() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      NDArray array = manager.ones(new Shape(4));
      array.setRequiresGradient(true);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray loss = Scaling.of(array, 0.25).sum();
        Garbage.collect();
        collector.backward(loss);
      }
      assertThat(array.getGradient().toFloatArray()).containsOnly(0.25f);
    }
  }

  @Test
  void every_operators_gradient_outlives_a_collection_of_garbage() throws InterruptedException {
    List<OperatorSpec> specs =
        List.of(
            new OperatorSpec.Attention(2),
            new OperatorSpec.FeedForward(12),
            new OperatorSpec.SeparableConvolution(3, 2));
    for (OperatorSpec spec : specs) {
      assertThat(gradient(spec, true)).as(spec.name()).isEqualTo(gradient(spec, false));
    }
  }

  /** The gradient of an input, for weights that are the same at every call. */
  private float[] gradient(OperatorSpec spec, boolean collects) throws InterruptedException {
    Operator operator = Operator.of(spec, 8, Form.PRE_NORM);
    Map<String, NDArray> weights = new TreeMap<>();
    for (WeightSpec weight : operator.weights()) {
      NDArray array = manager.arange((float) weight.shape().size()).sin().reshape(weight.shape());
      array.setRequiresGradient(true);
      weights.put(weight.name(), array);
    }
    NDArray input = manager.arange(2f * 5 * 8).cos().reshape(2, 5, 8);
    input.setRequiresGradient(true);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray output =
          operator.branch(input, new OperatorWeights(weights), Padding.NONE).orElseThrow();
      NDArray loss = output.square().sum();
      if (collects) {
        Garbage.collect();
      }
      collector.backward(loss);
    }
    return input.getGradient().toFloatArray();
  }
}
