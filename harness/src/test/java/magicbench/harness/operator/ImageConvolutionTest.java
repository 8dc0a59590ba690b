package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Map;
import java.util.stream.IntStream;
import magicbench.harness.space.ImageActivation;
import magicbench.harness.space.ImageNormalisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageConvolutionTest {

  private static final ImageNorm NORM =
      new ImageNorm(ImageNormalisation.BATCH, ImageActivation.RELU6, 0);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final Noise noise = new Noise(manager, 21);

  @AfterEach
  void free() {
    manager.close();
  }

  private static ImageConvolution convolution(int kernel, int stride, int groups) {
    return new ImageConvolution("conv", 4, 4, kernel, stride, groups, false);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 3, 1, 1, 8",
    "8, 3, 2, 1, 4",
    "7, 3, 2, 1, 4",
    "5, 5, 2, 4, 3",
    "7, 7, 1, 4, 7",
    "1, 7, 2, 4, 1",
    "6, 1, 1, 1, 6",
    "7, 1, 2, 1, 4"
  })
  void has_as_many_pixels_as_its_input_over_the_stride(
      int side, int kernel, int stride, int groups, int leaving) {
    ImageConvolution made = convolution(kernel, stride, groups);

    NDArray output = of(made, noise.of(3, side, side, 4), noise.weights(made.weights()));

    assertThat(output.getShape()).isEqualTo(new Shape(3, leaving, leaving, 4));
  }

  private static NDArray of(ImageConvolution made, NDArray images, Map<String, NDArray> weights) {
    return made.of(images, new OperatorWeights(weights), NORM);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1, 5", "3, 2, 1, 5", "5, 1, 4, 6", "5, 2, 4, 7", "1, 1, 1, 4", "1, 2, 1, 5"})
  void convolves_as_by_hand(int kernel, int stride, int groups, int side) {
    ImageConvolution made = convolution(kernel, stride, groups);
    Map<String, NDArray> weights = noise.weights(made.weights());
    NDArray images = noise.of(2, side, side, 4);

    NDArray output = of(made, images, weights);

    NDArray byHand =
        NORM.of(
            byHand(made, images, weights.get("conv.weight")),
            weights.get("conv.gain"),
            weights.get("conv.shift"));
    assertThat(output.toFloatArray()).containsExactly(byHand.toFloatArray(), within(1e-4f));
  }

  private NDArray byHand(ImageConvolution made, NDArray images, NDArray kernel) {
    int side = (int) images.getShape().get(1);
    int leaving = (side + made.stride() - 1) / made.stride();
    float[] output = new float[2 * leaving * leaving * 4];
    for (int place = 0; place < output.length; place++) {
      int channel = place % 4;
      int column = place / 4 % leaving;
      int row = place / 4 / leaving % leaving;
      int image = place / 4 / leaving / leaving;
      output[place] = (float) at(made, images, kernel, new int[] {image, row, column, channel});
    }
    return manager.create(output, new Shape(2, leaving, leaving, 4));
  }

  /** One number of the output: image, row, column, channel. */
  private static double at(ImageConvolution made, NDArray images, NDArray kernel, int[] place) {
    int inputs = 4 / made.groups();
    int size = made.kernel();
    return IntStream.range(0, size * size * inputs)
        .mapToDouble(
            step -> {
              int row = place[1] * made.stride() + step / inputs / size - size / 2;
              int column = place[2] * made.stride() + step / inputs % size - size / 2;
              int input = made.groups() == 1 ? step % inputs : place[3];
              long side = images.getShape().get(1);
              return row < 0 || column < 0 || row >= side || column >= side
                  ? 0
                  : images.getFloat(place[0], row, column, input)
                      * kernel.getFloat(
                          place[3], step % inputs, step / inputs / size, step / inputs % size);
            })
        .sum();
  }

  /** The other one's kernel is the same in its middle and zero around it. */
  @Test
  void a_pointwise_product_is_the_convolution_of_the_same_kernel() {
    ImageConvolution pointwise = ImageConvolution.pointwise("conv", 4, 6, true);
    ImageConvolution wide = new ImageConvolution("conv", 4, 6, 3, 1, 1, true);
    Map<String, NDArray> weights = noise.weights(pointwise.weights());
    NDArray images = noise.of(3, 5, 5, 4);
    NDArray product = of(pointwise, images, weights);
    NDArray kernel = manager.zeros(new Shape(6, 4, 3, 3));
    kernel.set(new NDIndex(":, :, 1, 1"), weights.get("conv.weight").reshape(6, 4));
    weights.put("conv.weight", kernel);

    NDArray convolved = of(wide, images, weights);

    assertThat(product.toFloatArray()).containsExactly(convolved.toFloatArray(), within(1e-5f));
  }

  /** Before ReLU6, numbers from about -5 to 11. */
  private NDArray activated(boolean active, Map<String, NDArray> weights) {
    return activated(active, weights, NORM);
  }

  private NDArray activated(boolean active, Map<String, NDArray> weights, ImageNorm norm) {
    ImageConvolution made = ImageConvolution.pointwise("conv", 2, 2, active);
    return made.of(new Noise(manager, 5).of(3, 5, 5, 2), new OperatorWeights(weights), norm);
  }

  private Map<String, NDArray> stretching() {
    Map<String, NDArray> weights =
        noise.weights(ImageConvolution.pointwise("conv", 2, 2, true).weights());
    weights.put("conv.gain", manager.create(new float[] {4, 4}));
    weights.put("conv.shift", manager.create(new float[] {3, 3}));
    weights.values().forEach(weight -> weight.setRequiresGradient(true));
    return weights;
  }

  @Test
  void relu6_clips_at_0_and_6() {
    Map<String, NDArray> weights = stretching();
    float[] before = activated(false, weights).toFloatArray();

    float[] after = activated(true, weights).toFloatArray();

    assertThat(activated(false, weights).min().getFloat()).isLessThan(-1);
    assertThat(activated(false, weights).max().getFloat()).isGreaterThan(7);
    for (int place = 0; place < before.length; place++) {
      float clipped = Math.max(0, Math.min(6, before[place]));
      assertThat(after[place]).isCloseTo(clipped, within(1e-6f));
    }
  }

  @Test
  void relu_clips_at_0_alone() {
    Map<String, NDArray> weights = stretching();
    float[] before = activated(false, weights).toFloatArray();
    ImageNorm norm = new ImageNorm(ImageNormalisation.BATCH, ImageActivation.RELU, 0);

    float[] after = activated(true, weights, norm).toFloatArray();

    assertThat(activated(false, weights).max().getFloat()).isGreaterThan(7);
    for (int place = 0; place < before.length; place++) {
      assertThat(after[place]).isCloseTo(Math.max(0, before[place]), within(1e-6f));
    }
  }

  /** Each number between 0 and 6 gives the shift one, all others none. */
  @Test
  void relu6_lets_a_gradient_through_between_0_and_6_alone() {
    Map<String, NDArray> weights = stretching();
    float[] before = activated(false, weights).toFloatArray();
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      collector.backward(activated(true, weights).sum());
    }
    float[] gradient = weights.get("conv.shift").getGradient().toFloatArray();
    for (int channel = 0; channel < 2; channel++) {
      int own = channel;
      long between =
          IntStream.range(0, before.length)
              .filter(place -> place % 2 == own && before[place] > 0 && before[place] < 6)
              .count();
      assertThat(gradient[channel]).isEqualTo((float) between).isBetween(10f, 65f);
    }
  }
}
