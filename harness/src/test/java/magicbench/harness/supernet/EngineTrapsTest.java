package magicbench.harness.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import magicbench.harness.operator.WeightSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine does that this module works around: if one changes, so may the code. */
class EngineTrapsTest {

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final NDArray weight = manager.ones(new Shape(1));

  @AfterEach
  void free() {
    manager.close();
  }

  private void backward() {
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      collector.backward(scope.ones(new Shape(1)).mul(weight).sum());
    }
  }

  private float gradient() {
    try (NDArray gradient = weight.getGradient()) {
      return gradient.getFloat();
    }
  }

  @Test
  void adds_every_backward_pass_to_the_gradient() {
    weight.setRequiresGradient(true);
    backward();
    backward();
    backward();
    assertThat(gradient()).isEqualTo(3);
  }

  @Test
  void forgets_the_gradient_when_told_to() {
    weight.setRequiresGradient(true);
    backward();
    new Weight("w", WeightSpec.Kind.BIAS, weight).zeroGradient();
    backward();
    assertThat(gradient()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, -3, 0})
  void sets_every_gradient_to_zero_without_leaving_an_array(float factor) {
    weight.setRequiresGradient(true);
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      collector.backward(scope.ones(new Shape(1)).mul(weight).mul(factor).sum());
    }
    assertThat(Float.valueOf(gradient())).isEqualTo(Float.valueOf(factor));
    int arrays = manager.getManagedArrays().size();

    new Weight("w", WeightSpec.Kind.BIAS, weight).zeroGradient();

    assertThat(Float.floatToRawIntBits(gradient())).isZero();
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  @Test
  void gives_a_result_to_the_manager_of_the_first_operand() {
    try (NDManager scope = manager.newSubManager();
        NDArray leaked = weight.mul(scope.ones(new Shape(1)))) {
      NDArray scoped = scope.ones(new Shape(1)).mul(weight);
      assertThat(List.of(leaked.getManager(), scoped.getManager())).containsExactly(manager, scope);
    }
  }

  @Test
  void gives_the_gradient_to_the_manager_of_the_weight() {
    weight.setRequiresGradient(true);
    backward();
    try (NDArray gradient = weight.getGradient()) {
      assertThat(gradient.getManager()).isSameAs(manager);
    }
  }

  @Test
  void refuses_a_second_gradient_collector() {
    try (GradientCollector first = manager.getEngine().newGradientCollector()) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> manager.getEngine().newGradientCollector())
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
