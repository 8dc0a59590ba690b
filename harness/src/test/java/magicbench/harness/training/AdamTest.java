package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import magicbench.harness.operator.WeightSpec.Kind;
import magicbench.harness.supernet.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdamTest {

  private static final double RATE = 0.1;
  private static final double DECAY = 0.2;
  private static final double EPSILON = 1e-3;
  private static final float[] GRADIENTS = {0.5f, -2, 0.25f, 3};

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  private Weight weight(Kind kind, String name) {
    NDArray array = manager.ones(new Shape(1));
    array.setRequiresGradient(true);
    return new Weight(name, kind, array);
  }

  private Adam adam(Weight... weights) {
    TrainingSettings settings =
        new TrainingSettings(10, 1, RATE, 0, Decay.CONSTANT, DECAY, 0, 0.9, 0.99, EPSILON, 0, 0);
    return new Adam(settings, List.of(weights), manager);
  }

  private void update(Adam adam, Weight weight, float gradient) {
    try (NDArray array = manager.create(new float[] {gradient})) {
      adam.update(weight, array, RATE, 0.5);
    }
  }

  /** The recurrences of the two papers, in double precision. */
  private static double reference(double decay) {
    double value = 1;
    double mean = 0;
    double variance = 0;
    for (int step = 1; step <= GRADIENTS.length; step++) {
      double gradient = 0.5 * GRADIENTS[step - 1];
      mean = 0.9 * mean + 0.1 * gradient;
      variance = 0.99 * variance + 0.01 * gradient * gradient;
      double rate = RATE * Math.sqrt(1 - Math.pow(0.99, step)) / (1 - Math.pow(0.9, step));
      value -= RATE * decay * value;
      value -= rate * mean / (Math.sqrt(variance) + EPSILON);
    }
    return value;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void follows_the_published_recurrence_and_decays_matrices_only(Kind kind) {
    Weight weight = weight(kind, "w");
    Adam adam = adam(weight);
    for (float gradient : GRADIENTS) {
      update(adam, weight, gradient);
    }
    double expected = reference(kind == Kind.MATRIX ? DECAY : 0);
    assertThat((double) weight.array().getFloat()).isCloseTo(expected, within(1e-5));
  }

  @Test
  void counts_the_updates_of_every_weight_apart() {
    Weight often = weight(Kind.GAIN, "often");
    Weight seldom = weight(Kind.GAIN, "seldom");
    Adam adam = adam(often, seldom);
    update(adam, often, 1);
    update(adam, often, 1);
    update(adam, seldom, 1);
    assertThat(adam.updates()).containsEntry("often", 2L).containsEntry("seldom", 1L);
  }

  @Test
  void corrects_the_bias_of_a_late_first_update_as_of_an_early_one() {
    Weight early = weight(Kind.GAIN, "early");
    Weight late = weight(Kind.GAIN, "late");
    Adam adam = adam(early, late);
    update(adam, early, 1);
    float afterOne = early.array().getFloat();
    update(adam, early, 1);
    update(adam, late, 1);
    assertThat(late.array().getFloat()).isEqualTo(afterOne);
  }
}
