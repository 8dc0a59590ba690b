package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.stream.IntStream;
import magicbench.harness.space.ImageActivation;
import magicbench.harness.space.ImageNormalisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNormTest {

  private static final int IMAGES = 5;
  private static final int CHANNELS = 3;
  private static final int PIXELS = 2 * 4;
  private static final double EPSILON = 1e-5;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final Noise noise = new Noise(manager, 8);
  private final NDArray images = noise.of(IMAGES, 2, 4, CHANNELS);

  @AfterEach
  void free() {
    manager.close();
  }

  private NDArray gain(double... values) {
    float[] floats = new float[values.length];
    IntStream.range(0, values.length).forEach(place -> floats[place] = (float) values[place]);
    return manager.create(floats);
  }

  private NDArray plain(ImageNorm norm, NDArray of) {
    Shape channels = new Shape(of.getShape().tail());
    return norm.of(of, manager.ones(channels), manager.zeros(channels));
  }

  private static ImageNorm batch(int calibration) {
    return new ImageNorm(ImageNormalisation.BATCH, ImageActivation.RELU6, calibration);
  }

  /** A channel's values in some images, at places of the images' flat array. */
  private static double[] values(NDArray of, int channel, int from, int to) {
    float[] flat = of.toFloatArray();
    int channels = (int) of.getShape().tail();
    int image = flat.length / (int) of.getShape().get(0);
    return IntStream.range(from * image, to * image)
        .filter(place -> place % channels == channel)
        .mapToDouble(place -> flat[place])
        .toArray();
  }

  private static double mean(double[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElseThrow();
  }

  /** Divided by the number of values, not by one less. */
  private static double variance(double[] values) {
    double mean = mean(values);
    return IntStream.range(0, values.length)
        .mapToDouble(i -> Math.pow(values[i] - mean, 2))
        .average()
        .orElseThrow();
  }

  @Test
  void a_batch_is_brought_to_mean_0_and_variance_1_channel_by_channel() {
    NDArray normal = plain(batch(0), images);

    assertThat(normal.getShape()).isEqualTo(images.getShape());
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] values = values(normal, channel, 0, IMAGES);
      assertThat(values).hasSize(IMAGES * PIXELS);
      assertThat(mean(values)).isCloseTo(0, within(1e-6));
      assertThat(variance(values)).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void gain_and_shift_are_each_channel_s_own() {
    NDArray normal = batch(0).of(images, gain(2, -1, 0.5), gain(0, 7, -3));

    assertEqualsByHand(normal, 0, IMAGES);
  }

  /** All images, normalised by the statistics of some of them. */
  private void assertEqualsByHand(NDArray normal, int from, int to) {
    double[] gains = {2, -1, 0.5};
    double[] shifts = {0, 7, -3};
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] told = values(images, channel, from, to);
      double[] before = values(images, channel, 0, IMAGES);
      double[] after = values(normal, channel, 0, IMAGES);
      for (int place = 0; place < before.length; place++) {
        double standard = (before[place] - mean(told)) / Math.sqrt(variance(told) + EPSILON);
        assertThat(after[place])
            .isCloseTo(gains[channel] * standard + shifts[channel], within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void recalibrated_images_are_normalised_by_the_calibration_images_alone(int calibration) {
    NDArray normal = batch(calibration).of(images, gain(2, -1, 0.5), gain(0, 7, -3));

    assertEqualsByHand(normal, 0, calibration);
  }

  @Test
  void calibration_images_come_out_as_in_a_batch_of_their_own() {
    NDArray together = plain(batch(2), images).get("0:2");
    NDArray alone = plain(batch(0), images.get("0:2"));

    assertClose(together, alone);
  }

  private static void assertClose(NDArray actual, NDArray expected) {
    assertThat(actual.toFloatArray()).containsExactly(expected.toFloatArray(), within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 6, 8, 16})
  void group_normalisation_sees_every_image_for_itself(int channels) {
    ImageNorm group = new ImageNorm(ImageNormalisation.GROUP, ImageActivation.RELU6, 0);
    NDArray wide = noise.of(IMAGES, 3, 3, channels);

    NDArray together = plain(group, wide);

    assertClose(together.get("3:4"), plain(group, wide.get("3:4")));
  }

  @Test
  void group_normalisation_needs_no_calibration() {
    NDArray with = plain(new ImageNorm(ImageNormalisation.GROUP, ImageActivation.RELU6, 2), images);

    assertClose(
        with, plain(new ImageNorm(ImageNormalisation.GROUP, ImageActivation.RELU6, 0), images));
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "8, 1", "16, 2", "24, 3", "6, 3", "3, 3", "12, 3"})
  void each_group_of_neighbours_is_brought_to_mean_0_and_variance_1(int channels, int members) {
    NDArray normal =
        plain(
            new ImageNorm(ImageNormalisation.GROUP, ImageActivation.RELU6, 0),
            noise.of(2, 3, 3, channels));

    for (int first = 0; first < channels; first += members) {
      double[] group = group(normal, first, members);
      assertThat(mean(group)).as("channels from %d", first).isCloseTo(0, within(1e-6));
      assertThat(variance(group)).as("channels from %d", first).isCloseTo(1, within(1e-4));
    }
  }

  /** The values of some channels of the second image. */
  private static double[] group(NDArray normal, int first, int members) {
    return IntStream.range(first, first + members)
        .boxed()
        .flatMapToDouble(channel -> Arrays.stream(values(normal, channel, 1, 2)))
        .toArray();
  }

  @Test
  void channels_of_two_groups_are_not_mixed() {
    NDArray wide = noise.of(1, 3, 3, 16);
    NDArray normal = plain(new ImageNorm(ImageNormalisation.GROUP, ImageActivation.RELU6, 0), wide);
    NDArray changed = wide.duplicate();
    changed.set(new NDIndex(":, :, :, 2:"), array -> array.mul(9).add(4));

    NDArray after =
        plain(new ImageNorm(ImageNormalisation.GROUP, ImageActivation.RELU6, 0), changed);

    assertClose(after.get(":, :, :, :2"), normal.get(":, :, :, :2"));
  }

  @ParameterizedTest
  @EnumSource(ImageNormalisation.class)
  void a_gradient_reaches_gain_shift_and_images(ImageNormalisation kind) {
    NDArray gain = noise.of(CHANNELS);
    NDArray shift = noise.of(CHANNELS);
    for (NDArray array : new NDArray[] {gain, shift, images}) {
      array.setRequiresGradient(true);
    }
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDArray normal = new ImageNorm(kind, ImageActivation.RELU6, 0).of(images, gain, shift);
      collector.backward(normal.mul(noise.of(IMAGES, 2, 4, CHANNELS)).sum());
    }
    for (NDArray array : new NDArray[] {gain, shift, images}) {
      assertThat(array.getGradient().abs().toFloatArray()).doesNotContain(0f);
    }
  }

  @ParameterizedTest
  @CsvSource({"BATCH, 0", "BATCH, 2", "GROUP, 0"})
  void leaves_no_array_with_the_weights(ImageNormalisation kind, int calibration) {
    NDArray gain = noise.of(CHANNELS);
    NDArray shift = noise.of(CHANNELS);
    int before = manager.getManagedArrays().size();
    try (NDManager scope = manager.newSubManager()) {
      NDArray own = scope.create(images.toFloatArray(), images.getShape());
      assertThat(
              new ImageNorm(kind, ImageActivation.RELU6, calibration)
                  .of(own, gain, shift)
                  .getManager())
          .isSameAs(scope);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
