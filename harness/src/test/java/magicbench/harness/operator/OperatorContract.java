package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every operator with a branch must do. */
abstract class OperatorContract {

  static final int HIDDEN = 8;
  static final int SEQUENCE = 10;
  private static final Shape SHAPE = new Shape(3, SEQUENCE, HIDDEN);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final UniformRandomProvider random = new Seeds(3).random("contract");

  abstract OperatorSpec spec();

  @AfterEach
  void free() {
    manager.close();
  }

  private NDArray noise(NDManager owner, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return owner.create(values, shape);
  }

  private Map<String, NDArray> weights() {
    Map<String, NDArray> arrays = new TreeMap<>();
    for (WeightSpec weight : Operator.of(spec(), HIDDEN, Form.PRE_NORM).weights()) {
      NDArray array = noise(manager, weight.shape());
      array.setRequiresGradient(true);
      arrays.put(weight.name(), array);
    }
    return arrays;
  }

  private NDArray branch(NDArray input, Map<String, NDArray> weights) {
    return branch(input, weights, Padding.NONE);
  }

  private NDArray branch(NDArray input, Map<String, NDArray> weights, Padding padding) {
    return Operator.of(spec(), HIDDEN, Form.PRE_NORM)
        .branch(input, new OperatorWeights(weights), padding)
        .orElseThrow();
  }

  @Test
  void keeps_the_shape() {
    try (NDManager scope = manager.newSubManager()) {
      assertThat(branch(noise(scope, SHAPE), weights()).getShape()).isEqualTo(SHAPE);
    }
  }

  @Test
  void has_as_many_parameters_as_its_description_says() {
    long count =
        Operator.of(spec(), HIDDEN, Form.PRE_NORM).weights().stream()
            .mapToLong(w -> w.shape().size())
            .sum();
    assertThat(count).isEqualTo(spec().parameters(HIDDEN));
  }

  @Test
  void lets_a_gradient_reach_every_parameter() {
    Map<String, NDArray> weights = weights();
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray output = branch(noise(scope, SHAPE), weights);
      collector.backward(output.mul(noise(scope, SHAPE)).sum());
    }
    assertThat(weights)
        .allSatisfy((name, weight) -> assertThat(gradientSize(weight)).as(name).isPositive());
  }

  private static float gradientSize(NDArray weight) {
    try (NDArray gradient = weight.getGradient()) {
      return gradient.abs().sum().getFloat();
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void lets_a_gradient_reach_every_parameter_through_the_whole_layer(Form form) {
    Map<String, NDArray> weights = weights();
    Operator operator = Operator.of(spec(), HIDDEN, form);
    OperatorWeights own = new OperatorWeights(weights);
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray input = noise(scope, SHAPE);
      NDArray output = operator.output(input, operator.branch(input, own, Padding.NONE), own);
      assertThat(output.getShape()).isEqualTo(SHAPE);
      collector.backward(output.mul(noise(scope, SHAPE)).sum());
    }
    assertThat(weights)
        .allSatisfy((name, weight) -> assertThat(gradientSize(weight)).as(name).isPositive());
  }

  @Test
  void adds_its_branch_to_its_input_where_the_layer_norm_stands_in_front() {
    OperatorWeights own = new OperatorWeights(weights());
    Operator operator = Operator.of(spec(), HIDDEN, Form.PRE_NORM);
    try (NDManager scope = manager.newSubManager()) {
      NDArray input = noise(scope, SHAPE);
      Optional<NDArray> branch = operator.branch(input, own, Padding.NONE);
      assertThat(operator.output(input, branch, own).toFloatArray())
          .isEqualTo(input.add(branch.orElseThrow()).toFloatArray());
    }
  }

  @Test
  void leaves_no_array_with_the_weights() {
    Map<String, NDArray> weights = weights();
    int before = manager.getManagedArrays().size();
    try (NDManager scope = manager.newSubManager()) {
      branch(noise(scope, SHAPE), weights);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void treats_a_padded_sequence_like_one_that_ends_there() {
    Map<String, NDArray> weights = weights();
    try (NDManager scope = manager.newSubManager()) {
      NDArray input = noise(scope, SHAPE);
      int[] lengths = {SEQUENCE, 6, 1};
      NDArray padded = branch(input, weights, Padding.of(scope, lengths, SEQUENCE));
      for (int row = 0; row < lengths.length; row++) {
        String filled = row + ":" + (row + 1) + ",0:" + lengths[row];
        NDArray cut = branch(input.get(filled), weights);
        assertThat(padded.get(filled).allClose(cut, 1e-4, 1e-5, false)).as(filled).isTrue();
      }
    }
  }

  @Test
  void treats_sequences_of_a_batch_apart() {
    Map<String, NDArray> weights = weights();
    try (NDManager scope = manager.newSubManager()) {
      NDArray input = noise(scope, SHAPE);
      NDArray alone = branch(input.get("1:2"), weights);
      NDArray together = branch(input, weights).get("1:2");
      assertThat(alone.allClose(together, 1e-4, 1e-5, false)).isTrue();
    }
  }
}
