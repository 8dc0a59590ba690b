package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import magicbench.harness.supernet.ImageArrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageBatchTest {

  private static final ImageBatch.Form FORM = new ImageBatch.Form(3, 2, 4);
  private static final int FEATURES = 5;

  /** Every number is another one. */
  private static ImageBatch batch(int told, int calibration) {
    return new ImageBatch(
        FORM,
        counting((told + calibration) * FORM.size()),
        counting(told * FORM.classes()),
        counting(told * FEATURES),
        calibration);
  }

  private static float[] counting(int size) {
    float[] counted = new float[size];
    IntStream.range(0, size).forEach(place -> counted[place] = place);
    return counted;
  }

  private static List<Float> joined(List<ImageBatch> parts, Function<ImageBatch, float[]> field) {
    return parts.stream()
        .map(field)
        .flatMap(values -> IntStream.range(0, values.length).mapToObj(place -> values[place]))
        .toList();
  }

  @Property(tries = 60)
  void parts_joined_are_the_whole(
      @ForAll @IntRange(min = 1, max = 9) int told, @ForAll @IntRange(max = 10) int rows) {
    ImageBatch whole = batch(told, 0);

    List<ImageBatch> parts = whole.parts(rows);

    for (Function<ImageBatch, float[]> field :
        List.<Function<ImageBatch, float[]>>of(
            ImageBatch::pixels, ImageBatch::targets, ImageBatch::kept)) {
      assertThat(joined(parts, field)).isEqualTo(joined(List.of(whole), field));
    }
  }

  @Test
  void parts_have_so_many_images_and_the_last_one_what_is_left() {
    assertThat(batch(7, 0).parts(3)).extracting(ImageBatch::told).containsExactly(3, 3, 1);
  }

  @Property(tries = 60)
  void shares_of_the_parts_are_those_of_their_images_and_add_up_to_one(
      @ForAll @IntRange(min = 1, max = 9) int told, @ForAll @IntRange(min = 1, max = 9) int rows) {
    ImageBatch whole = batch(told, 0);

    List<ImageBatch> parts = whole.parts(rows);

    assertThat(parts.get(0).shareOf(whole)).isEqualTo(Math.min(rows, told) / (double) told);
    assertThat(parts.stream().mapToDouble(part -> part.shareOf(whole)).sum())
        .isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 5})
  void a_batch_no_larger_than_a_part_stays_whole(int rows) {
    ImageBatch calibrated = batch(4, 2);

    assertThat(calibrated.parts(rows)).containsExactly(calibrated);
  }

  @Test
  void a_batch_with_calibration_images_cannot_be_parted() {
    assertThatThrownBy(() -> batch(4, 2).parts(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a batch with calibration images can't be parted");
  }

  @Test
  void calibration_images_are_not_told() {
    assertThat(batch(4, 2).told()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 35, 37, 48})
  void refuses_pixels_of_another_number_of_images(int pixels) {
    assertThatThrownBy(() -> new ImageBatch(FORM, new float[pixels], new float[8], new float[0], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(pixels + " pixels and 8 targets for 1 calibration images of " + FORM);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5})
  void refuses_targets_that_are_not_of_whole_images(int targets) {
    assertThatThrownBy(
            () -> new ImageBatch(FORM, new float[12], new float[targets], new float[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("12 pixels and " + targets + " targets");
  }

  @Test
  void refuses_fewer_than_no_calibration_images() {
    assertThatThrownBy(() -> new ImageBatch(FORM, new float[12], new float[8], new float[0], -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1 calibration images");
  }

  @Test
  void refuses_dropout_of_another_number_of_images() {
    assertThatThrownBy(() -> new ImageBatch(FORM, new float[24], new float[8], new float[5], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 numbers of dropout for 2 images");
  }

  @Test
  void the_engine_gets_calibration_images_first_and_targets_of_the_others() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      ImageArrays arrays = (ImageArrays) batch(3, 2).arrays(manager);

      assertThat(arrays.pixels().getShape()).isEqualTo(new Shape(5, 2, 2, 3));
      assertThat(arrays.targets().getShape()).isEqualTo(new Shape(3, 4));
      assertThat(arrays.kept().orElseThrow().getShape()).isEqualTo(new Shape(3, FEATURES));
      assertThat(arrays.calibration()).isEqualTo(2);
      assertThat(arrays.pixels().toFloatArray()).isEqualTo(counting(5 * FORM.size()));
    }
  }

  @Test
  void without_dropout_the_engine_gets_none() {
    ImageBatch batch = new ImageBatch(FORM, new float[12], new float[4], new float[0], 0);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      assertThat(((ImageArrays) batch.arrays(manager)).kept()).isEmpty();
    }
  }
}
