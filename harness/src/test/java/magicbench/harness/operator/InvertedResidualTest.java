package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.stream.Stream;
import magicbench.harness.space.ImageActivation;
import magicbench.harness.space.ImageNormalisation;
import magicbench.harness.space.MobileBlock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InvertedResidualTest {

  private static final int IMAGES = 4;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final Noise noise = new Noise(manager, 13);

  @AfterEach
  void free() {
    manager.close();
  }

  /** Input, output, stride, kernel, expansion. */
  static Stream<MobileBlock> blocks() {
    return Stream.of(
        new MobileBlock(4, 4, 1, 3, 1),
        new MobileBlock(4, 4, 1, 5, 3),
        new MobileBlock(4, 6, 1, 7, 2),
        new MobileBlock(6, 4, 2, 3, 2),
        new MobileBlock(4, 4, 2, 5, 1));
  }

  private static ImageNorm norm(ImageNormalisation kind) {
    return new ImageNorm(kind, ImageActivation.RELU6, 0);
  }

  private NDArray branch(MobileBlock block, NDArray input, Map<String, NDArray> weights) {
    return new InvertedResidual(block)
        .branch(input, new OperatorWeights(weights), norm(ImageNormalisation.BATCH));
  }

  private Map<String, NDArray> weights(MobileBlock block) {
    return noise.weights(new InvertedResidual(block).weights());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void has_as_many_parameters_as_the_block_counts(MobileBlock block) {
    long created =
        new InvertedResidual(block).weights().stream().mapToLong(w -> w.shape().size()).sum();

    assertThat(created).isEqualTo(block.parameters());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void has_the_pixels_and_channels_that_the_block_says(MobileBlock block) {
    for (int side : new int[] {1, 6, 7}) {
      NDArray input = noise.of(IMAGES, side, side, block.input());

      Shape shape = branch(block, input, weights(block)).getShape();

      int leaving = block.leaving(side);
      assertThat(shape).isEqualTo(new Shape(IMAGES, leaving, leaving, block.output()));
    }
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void a_gradient_reaches_every_weight(MobileBlock block) {
    for (ImageNormalisation kind : ImageNormalisation.values()) {
      Map<String, NDArray> weights = weights(block);
      NDArray input = noise.of(IMAGES, 7, 7, block.input());
      int leaving = block.leaving(7);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        InvertedResidual made = new InvertedResidual(block);
        NDArray branch = made.branch(input, new OperatorWeights(weights), norm(kind));
        NDArray output = made.output(input, branch);
        collector.backward(output.mul(noise.of(IMAGES, leaving, leaving, block.output())).sum());
      }
      assertThat(weights)
          .allSatisfy((name, weight) -> assertThat(gradientSize(weight)).as(name).isPositive());
    }
  }

  private static float gradientSize(NDArray weight) {
    try (NDArray gradient = weight.getGradient()) {
      return gradient.abs().sum().getFloat();
    }
  }

  @Test
  void adds_its_input_where_it_keeps_the_shape() {
    MobileBlock block = new MobileBlock(4, 4, 1, 3, 2);
    NDArray input = noise.of(IMAGES, 5, 5, 4);
    NDArray branch = branch(block, input, weights(block));

    NDArray output = new InvertedResidual(block).output(input, branch);

    assertThat(output.toFloatArray()).isEqualTo(input.add(branch).toFloatArray());
  }

  @Test
  void is_its_branch_alone_where_it_changes_the_shape() {
    for (MobileBlock block :
        new MobileBlock[] {new MobileBlock(4, 6, 1, 3, 2), new MobileBlock(4, 4, 2, 3, 2)}) {
      NDArray input = noise.of(IMAGES, 5, 5, 4);
      NDArray branch = branch(block, input, weights(block));

      assertThat(new InvertedResidual(block).output(input, branch)).isSameAs(branch);
    }
  }

  @Test
  void narrows_without_clipping() {
    MobileBlock block = new MobileBlock(4, 4, 1, 3, 2);

    NDArray branch = branch(block, noise.of(IMAGES, 5, 5, 4), weights(block));

    assertThat(branch.min().getFloat()).isLessThan(-1);
  }

  @Test
  void does_not_widen_where_the_expansion_is_1() {
    assertThat(new InvertedResidual(new MobileBlock(4, 4, 1, 3, 1)).weights())
        .extracting(WeightSpec::name)
        .noneMatch(name -> name.startsWith("expand"));
  }

  @Test
  void leaves_no_array_with_the_weights() {
    MobileBlock block = new MobileBlock(4, 4, 1, 5, 3);
    Map<String, NDArray> weights = weights(block);
    int before = manager.getManagedArrays().size();
    try (NDManager scope = manager.newSubManager()) {
      branch(block, new Noise(scope, 1).of(IMAGES, 5, 5, 4), weights);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void its_gradient_outlives_a_collection_of_garbage() throws InterruptedException {
    MobileBlock block = new MobileBlock(4, 4, 1, 3, 2);
    Map<String, NDArray> weights = weights(block);
    NDArray input = noise.of(IMAGES, 5, 5, 4);

    float[] collected = kernelGradient(block, input, weights, true);

    assertThat(collected).isEqualTo(kernelGradient(block, input, weights, false));
  }

  private float[] kernelGradient(
      MobileBlock block, NDArray input, Map<String, NDArray> weights, boolean collects)
      throws InterruptedException {
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray own = scope.create(input.toFloatArray(), input.getShape());
      NDArray objective = branch(block, own, weights).square().mean();
      if (collects) {
        Garbage.collect();
      }
      collector.backward(objective);
    }
    NDArray gradient = weights.get("depthwise.weight").getGradient();
    float[] values = gradient.toFloatArray();
    weights.values().forEach(weight -> weight.getGradient().subi(weight.getGradient()));
    return values;
  }
}
