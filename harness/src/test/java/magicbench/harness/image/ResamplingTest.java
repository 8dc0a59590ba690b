package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  private static float[] resized(Picture picture, int height, int width) {
    return Resampling.resize(
            picture,
            Stretch.whole(0, picture.height(), height),
            Stretch.whole(0, picture.width(), width))
        .values();
  }

  @Test
  void the_same_size_changes_nothing() {
    Picture picture = Pictures.random(new PictureSize(3, 5, 7), 1);

    assertThat(resized(picture, 5, 7)).containsExactly(Planes.of(picture).values());
  }

  @Test
  void half_the_width_weighs_four_pixels_by_their_nearness() {
    Picture picture = Pictures.grey(1, 4, 0, 80, 160, 240);

    assertThat(resized(picture, 1, 2))
        .containsExactly(
            new float[] {(3 * 0 + 3 * 80 + 160) / 7f, (80 + 3 * 160 + 3 * 240) / 7f},
            within(1e-4f));
  }

  @Test
  void twice_the_width_lies_between_the_pixels() {
    Picture picture = Pictures.grey(1, 2, 0, 100);

    assertThat(resized(picture, 1, 4)).containsExactly(new float[] {0, 25, 75, 100}, within(1e-4f));
  }

  @Test
  void rows_are_resized_as_columns_are() {
    Picture picture = Pictures.grey(2, 1, 0, 100);

    assertThat(resized(picture, 4, 1)).containsExactly(new float[] {0, 25, 75, 100}, within(1e-4f));
  }

  @Test
  void a_part_takes_nothing_from_outside() {
    Picture picture = Pictures.grey(1, 6, 255, 255, 10, 10, 255, 255);

    assertThat(Resampling.resize(picture, Stretch.whole(0, 1, 1), Stretch.whole(2, 2, 5)).values())
        .containsExactly(new float[] {10, 10, 10, 10, 10}, within(1e-4f));
  }

  @Property(tries = 100)
  void a_window_is_cut_out_of_the_resized_whole(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 20) int length,
      @ForAll @IntRange(min = 3, max = 30) int target) {
    Picture picture = Pictures.random(new PictureSize(1, 1, length), seed);
    float[] whole = resized(picture, 1, target);

    float[] window =
        Resampling.resize(picture, Stretch.whole(0, 1, 1), new Stretch(0, length, target, 1, 2))
            .values();

    assertThat(window).containsExactly(whole[1], whole[2]);
  }

  @Property(tries = 100)
  void weights_add_up_to_1(
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll @IntRange(min = 1, max = 300) int target) {
    Stretch stretch = Stretch.whole(3, length, target);

    for (int wanted = 0; wanted < target; wanted++) {
      float[] weights = stretch.weights(wanted);
      double sum = 0;
      for (float weight : weights) {
        sum += weight;
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(stretch.first(wanted)).isBetween(3, 3 + length - weights.length);
    }
  }

  @Test
  void refuses_more_targets_than_there_are() {
    assertThatThrownBy(() -> new Stretch(0, 5, 4, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 places from 0 to 3 of 4");
  }
}
