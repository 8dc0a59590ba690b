package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import magicbench.harness.operator.WeightSpec.Kind;
import magicbench.harness.supernet.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentumDescentTest {

  private static final double RATE = 0.1;
  private static final double DECAY = 0.2;
  private static final double HALF = 0.5;

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

  private Optimiser descent(Momentum momentum, Weight... weights) {
    return Optimiser.of(settings(momentum), List.of(weights), manager);
  }

  private static TrainingSettings settings(Momentum momentum) {
    return new TrainingSettings(
        10, 1, RATE, 0, Decay.CONSTANT, DECAY, 0, 0, 0, 0.5, 0, 0, momentum, null);
  }

  private void update(Optimiser optimiser, Weight weight, float gradient) {
    try (NDArray array = manager.create(new float[] {gradient})) {
      optimiser.update(weight, array, RATE, HALF);
    }
  }

  /**
   * From 1, by gradients of half of 0.5 and of -2. With decay they are 0.25 + 0.2 and -1 + 0.2 w.
   */
  @ParameterizedTest
  @CsvSource({
    "GAIN,   0,   false, 0.975,  1.075",
    "GAIN,   0.9, false, 0.975,  1.0525",
    "GAIN,   0.9, true,  0.9525, 1.12225",
    "MATRIX, 0,   false, 0.955,  1.0359",
    "MATRIX, 0.9, false, 0.955,  0.9954",
    "MATRIX, 0.9, true,  0.9145, 1.033299"
  })
  void takes_the_steps_that_were_computed_by_hand(
      Kind kind, double factor, boolean nesterov, double first, double second) {
    Weight weight = weight(kind, "w");
    Optimiser descent = descent(new Momentum(factor, nesterov), weight);

    update(descent, weight, 0.5f);
    assertThat((double) weight.array().getFloat()).isCloseTo(first, within(1e-6));
    update(descent, weight, -2);
    assertThat((double) weight.array().getFloat()).isCloseTo(second, within(1e-6));
  }

  @Test
  void a_weight_that_is_updated_late_moves_as_one_that_was_updated_early() {
    Weight early = weight(Kind.GAIN, "early");
    Weight late = weight(Kind.GAIN, "late");
    Optimiser descent = descent(new Momentum(0.9, true), early, late);
    update(descent, early, 1);
    float afterOne = early.array().getFloat();

    update(descent, early, 1);
    update(descent, late, 1);

    assertThat(late.array().getFloat()).isEqualTo(afterOne);
  }

  @Test
  void counts_the_updates_of_every_weight_apart() {
    Weight often = weight(Kind.GAIN, "often");
    Weight seldom = weight(Kind.GAIN, "seldom");
    Optimiser descent = descent(new Momentum(0.9, false), often, seldom);

    update(descent, often, 1);
    update(descent, often, 1);

    assertThat(descent.updates()).containsEntry("often", 2L).containsEntry("seldom", 0L);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"null", "0.9"},
      nullValues = "null")
  void every_optimiser_leaves_a_gradient_of_zero(Double factor) {
    Weight weight = weight(Kind.MATRIX, "w");
    Optimiser optimiser = descent(factor == null ? null : new Momentum(factor, true), weight);
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = scope.getEngine().newGradientCollector()) {
      NDArray three = scope.create(new float[] {3});
      collector.backward(three.mul(weight.array()).sum());
    }

    try (NDArray gradient = weight.array().getGradient()) {
      assertThat(gradient.getFloat()).isEqualTo(3);
      optimiser.update(weight, gradient, RATE, 1);
    }

    try (NDArray gradient = weight.array().getGradient()) {
      assertThat(gradient.getFloat()).isZero();
    }
  }

  @Test
  void leaves_what_is_taken_for_a_gradient_as_it_was() {
    Weight weight = weight(Kind.MATRIX, "w");
    NDArray given = manager.create(new float[] {3});

    descent(new Momentum(0.9, true), weight).update(weight, given, RATE, HALF);

    assertThat(given.getFloat()).isEqualTo(3);
  }

  @Test
  void leaves_no_array_behind() {
    Weight weight = weight(Kind.MATRIX, "w");
    Optimiser descent = descent(new Momentum(0.9, true), weight);
    int before = manager.getManagedArrays().size();

    update(descent, weight, 1);

    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
