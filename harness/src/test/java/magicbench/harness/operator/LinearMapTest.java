package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinearMapTest {

  private static final Shape INPUT = new Shape(3, 5, 16);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final UniformRandomProvider random = new Seeds(5).random("linear-map");
  private final NDArray input = noise(INPUT);
  private final NDArray weight = noise(new Shape(24, 16));
  private final NDArray bias = noise(new Shape(24));
  private final NDArray slope = noise(new Shape(3, 5, 24));

  @AfterEach
  void free() {
    manager.close();
  }

  private NDArray noise(Shape shape) {
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    NDArray array = manager.create(values, shape);
    array.setRequiresGradient(true);
    return array;
  }

  @Test
  void convolution_gives_what_the_matrix_product_gives() {
    NDArray convolved = LinearMap.convolution(input, weight, bias);
    assertThat(convolved.getShape()).isEqualTo(new Shape(3, 5, 24));
    assertThat(close(convolved, LinearMap.product(input, weight, bias))).isTrue();
  }

  @Test
  void convolution_gives_the_gradients_of_the_matrix_product() {
    List<NDArray> expected = gradients(LinearMap::product);
    List<NDArray> actual = gradients(LinearMap::convolution);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(close(actual.get(i), expected.get(i))).as("gradient %d", i).isTrue();
    }
  }

  @Test
  void a_batch_of_one_sequence_gives_the_same_as_in_company() {
    NDArray alone = LinearMap.apply(input.get("1:2"), weight, bias);
    assertThat(close(alone, LinearMap.apply(input, weight, bias).get("1:2"))).isTrue();
  }

  /** Gradients of input, weight and bias; the gradients themselves are set to zero again. */
  private List<NDArray> gradients(Map map) {
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      collector.backward(map.apply(input, weight, bias).mul(slope).sum());
    }
    return List.of(taken(input), taken(weight), taken(bias));
  }

  private static NDArray taken(NDArray array) {
    NDArray gradient = array.getGradient();
    NDArray copy = gradient.duplicate();
    gradient.subi(copy);
    return copy;
  }

  private static boolean close(NDArray actual, NDArray expected) {
    return actual.allClose(expected, 1e-5, 1e-6, false);
  }

  @FunctionalInterface
  private interface Map {
    NDArray apply(NDArray input, NDArray weight, NDArray bias);
  }
}
