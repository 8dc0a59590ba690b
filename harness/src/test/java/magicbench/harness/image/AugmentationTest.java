package magicbench.harness.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Seeds;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {

  private static final ResizedCrop CROP = new ResizedCrop(6, 0.08, 1, 0.75, 4.0 / 3);
  private static final ColourJitter JITTER = new ColourJitter(0.4, 0.4, 0.4);

  private static UniformRandomProvider random(long seed) {
    return new Seeds(seed).randomAt("augmentation", 3);
  }

  @Provide
  Arbitrary<Augmentation> augmentations() {
    Arbitrary<Boolean> flips = Arbitraries.of(true, false);
    Arbitrary<Optional<ColourJitter>> jitters =
        Arbitraries.of(Optional.empty(), Optional.of(JITTER));
    Arbitrary<Augmentation> small =
        Combinators.combine(Arbitraries.integers().between(0, 9), flips, jitters)
            .as(
                (padding, flip, jitter) ->
                    new Augmentation(padding, Optional.empty(), flip, jitter));
    Arbitrary<Augmentation> large =
        Combinators.combine(flips, jitters)
            .as((flip, jitter) -> new Augmentation(0, Optional.of(CROP), flip, jitter));
    return Arbitraries.oneOf(small, large);
  }

  @Provide
  Arbitrary<PictureSize> sizes() {
    return Combinators.combine(
            Arbitraries.of(1, 3),
            Arbitraries.integers().between(1, 12),
            Arbitraries.integers().between(1, 12))
        .as(PictureSize::new);
  }

  @Property(tries = 200)
  void the_same_generator_makes_the_same_picture(
      @ForAll("augmentations") Augmentation augmentation,
      @ForAll("sizes") PictureSize size,
      @ForAll long seed) {
    Picture picture = Pictures.random(size, seed);
    Normalisation plain = Pictures.plain(size.channels());

    assertThat(augmentation.apply(picture, random(seed), plain))
        .containsExactly(augmentation.apply(picture, random(seed), plain));
  }

  @Property(tries = 200)
  void values_stay_in_range_and_sizes_are_as_told(
      @ForAll("augmentations") Augmentation augmentation,
      @ForAll("sizes") PictureSize size,
      @ForAll long seed) {
    Planes changed = augmentation.changed(Pictures.random(size, seed), random(seed));

    assertThat(changed.size())
        .isEqualTo(
            augmentation.resizedCrop().isPresent() ? new PictureSize(size.channels(), 6, 6) : size);
    for (float value : changed.values()) {
      assertThat(value).isBetween(0f, 255.001f);
    }
  }

  @Property(tries = 100)
  void flipping_twice_changes_nothing(@ForAll("sizes") PictureSize size, @ForAll long seed) {
    Planes picture = Planes.of(Pictures.random(size, seed));

    assertThat(picture.mirrored().mirrored().values()).containsExactly(picture.values());
  }

  @Property(tries = 200)
  void a_crop_of_a_constant_picture_is_constant(
      @ForAll("sizes") PictureSize size,
      @ForAll @IntRange(max = 255) int value,
      @ForAll long seed) {
    float[] cropped = CROP.apply(Pictures.constant(size, value), random(seed)).values();

    for (float each : cropped) {
      assertThat(each).isCloseTo(value, within(1e-3f));
    }
  }

  @Property(tries = 200)
  void a_crop_lies_in_its_picture(@ForAll("sizes") PictureSize size, @ForAll long seed) {
    ResizedCrop.Region region = CROP.region(size.height(), size.width(), random(seed));

    assertThat(region.top()).isBetween(0, size.height() - region.height());
    assertThat(region.left()).isBetween(0, size.width() - region.width());
    assertThat(Math.min(region.height(), region.width())).isPositive();
  }

  @Property(tries = 200)
  void a_crop_has_the_area_and_the_shape_that_are_asked_for(@ForAll long seed) {
    ResizedCrop.Region region = CROP.region(1000, 1000, random(seed));

    double ratio = (double) region.width() / region.height();
    assertThat(region.width() * (double) region.height()).isBetween(0.079e6, 1e6);
    assertThat(ratio).isBetween(0.74, 1.35);
  }

  @Test
  void a_picture_that_no_crop_fits_gives_its_middle() {
    assertThat(CROP.region(3, 300, random(1))).isEqualTo(new ResizedCrop.Region(0, 148, 3, 4));
  }

  @Test
  void moving_leaves_a_black_gap() {
    Planes picture = Planes.of(Pictures.grey(2, 3, 1, 2, 3, 4, 5, 6));

    assertThat(picture.moved(1, -1).values()).containsExactly(0, 0, 0, 2, 3, 0);
  }

  @Test
  void moving_by_more_than_its_size_leaves_nothing() {
    Planes picture = Planes.of(Pictures.grey(2, 3, 1, 2, 3, 4, 5, 6));

    assertThat(picture.moved(0, 4).values()).containsOnly(0);
    assertThat(picture.moved(-2, 0).values()).containsOnly(0);
  }

  @Test
  void every_move_within_the_padding_occurs() {
    Augmentation augmentation = new Augmentation(1, Optional.empty(), false, Optional.empty());
    Picture dot = Pictures.grey(3, 3, 0, 0, 0, 0, 255, 0, 0, 0, 0);

    List<Integer> places =
        IntStream.range(0, 300)
            .mapToObj(seed -> augmentation.changed(dot, random(seed)).values())
            .map(values -> brightest(values))
            .distinct()
            .toList();

    assertThat(places).hasSize(9);
  }

  private static int brightest(float[] values) {
    return IntStream.range(0, values.length).filter(place -> values[place] == 255).sum();
  }

  @Test
  void half_of_the_pictures_are_flipped() {
    Augmentation augmentation = new Augmentation(0, Optional.empty(), true, Optional.empty());
    Picture picture = Pictures.grey(1, 2, 0, 255);

    long flipped =
        IntStream.range(0, 1000)
            .filter(seed -> augmentation.changed(picture, random(seed)).values()[0] == 255)
            .count();

    assertThat(flipped).isBetween(440L, 560L); // ± 3.8 standard deviations of a fair coin
  }

  @Test
  void no_augmentation_only_normalises() {
    Normalisation normalisation = new Normalisation(List.of(0.2), List.of(0.4));

    assertThat(Augmentation.none().apply(Pictures.grey(1, 2, 51, 153), random(1), normalisation))
        .containsExactly(new float[] {0, 1}, within(1e-6f));
  }

  @Test
  void brightness_is_a_factor_of_every_value() {
    float[] changed = jittered(new ColourJitter(0.5, 0, 0), Pictures.grey(1, 2, 50, 100));

    assertThat(changed[1]).isCloseTo(2 * changed[0], within(1e-3f)).isBetween(50f, 150f);
  }

  @Test
  void contrast_keeps_the_mean() {
    float[] changed = jittered(new ColourJitter(0, 0.5, 0), Pictures.grey(1, 2, 100, 120));

    assertThat(changed[0] + changed[1]).isCloseTo(220, within(1e-3f));
    assertThat(changed[1] - changed[0]).isBetween(10f, 30f).isNotEqualTo(20f);
  }

  @Test
  void saturation_keeps_grey_pixels() {
    Picture picture = new Picture(3, 1, 2, new byte[] {90, 120, 90, 60, 90, 30});

    float[] changed = jittered(new ColourJitter(0, 0, 0.5), picture);

    assertThat(new float[] {changed[0], changed[2], changed[4]})
        .containsExactly(new float[] {90, 90, 90}, within(1e-3f));
    assertThat(changed[1]).isNotEqualTo(120f);
  }

  @Test
  void grey_pictures_have_no_saturation() {
    Picture picture = Pictures.grey(1, 2, 50, 100);

    assertThat(jittered(new ColourJitter(0, 0, 1), picture)).containsExactly(50, 100);
  }

  private static float[] jittered(ColourJitter jitter, Picture picture) {
    return jitter.apply(Planes.of(picture), random(5)).values();
  }

  private static Augmentation read(String text) {
    byte[] json = text.replace('\'', '"').getBytes(UTF_8);
    return Json.as("x.json", Json.tree("x.json", json, ""), Augmentation.class);
  }

  @Test
  void settings_can_be_read() {
    assertThat(
            read(
                "{'cropPadding': 0, 'flip': true, 'resizedCrop': {'side': 6, 'minScale': 0.08,"
                    + " 'maxScale': 1, 'minRatio': 0.75, 'maxRatio': 1.3333333333333333}}"))
        .isEqualTo(new Augmentation(0, Optional.of(CROP), true, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'cropPadding': -1|cropPadding is -1; it must be 0 to 64",
        "'cropPadding': 65|cropPadding is 65; it must be 0 to 64",
        "'cropPadding': 0, 'colourJitter': {'brightness': 1.5, 'contrast': 0, 'saturation': 0}|brightness is 1.5; it must be 0 to 1",
        "'cropPadding': 0, 'colourJitter': {'brightness': 0, 'contrast': -1, 'saturation': 0}|contrast is -1; it must be 0 to 1",
        "'cropPadding': 0, 'colourJitter': {'brightness': 0, 'contrast': 0, 'saturation': 2}|saturation is 2; it must be 0 to 1",
        "'cropPadding': 4, 'resizedCrop': {'side': 6, 'minScale': 0.5, 'maxScale': 1, 'minRatio': 1, 'maxRatio': 1}|cropPadding is 4; with a resizedCrop it must be 0",
        "'cropPadding': 0, 'resizedCrop': {'side': 0, 'minScale': 0.5, 'maxScale': 1, 'minRatio': 1, 'maxRatio': 1}|side is 0; it must be 1 to 4096",
        "'cropPadding': 0, 'resizedCrop': {'side': 6, 'minScale': 0, 'maxScale': 1, 'minRatio': 1, 'maxRatio': 1}|minScale is 0; it must be above 0, to 1",
        "'cropPadding': 0, 'resizedCrop': {'side': 6, 'minScale': 0.5, 'maxScale': 0.4, 'minRatio': 1, 'maxRatio': 1}|maxScale is 0.4; it must be 0.5 to 1",
        "'cropPadding': 0, 'resizedCrop': {'side': 6, 'minScale': 0.5, 'maxScale': 1, 'minRatio': 0.01, 'maxRatio': 1}|minRatio is 0.01; it must be 0.1 to 10",
        "'cropPadding': 0, 'resizedCrop': {'side': 6, 'minScale': 0.5, 'maxScale': 1, 'minRatio': 2, 'maxRatio': 1}|maxRatio is 1; it must be 2 to 10",
        "'cropPadding': 0, 'rotation': 1|Unrecognized field",
        "'cropPadding': null|/cropPadding: Cannot map"
      })
  void settings_out_of_range_are_one_line(String settings, String message) {
    assertThatThrownBy(() -> read("{'flip': true, " + settings + "}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
