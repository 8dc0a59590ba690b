package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnImagesTest {

  private static final int SIDE = 16;
  private static final int DARKEST_SHAPE = 110;
  private static final int SQUARE = 2;
  private static final int RING = 3;
  private static final Seeds SEEDS = new Seeds(3);

  private static List<ByteBuffer> pixels(MemoryImages images) {
    return IntStream.range(0, images.size())
        .mapToObj(number -> ByteBuffer.wrap(images.picture(number).pixels()))
        .toList();
  }

  @Test
  void kinds_take_turns() {
    MemoryImages drawn = DrawnImages.of(SIDE, 12, SEEDS);

    assertThat(IntStream.range(0, 12).map(drawn::label))
        .containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1);
    assertThat(drawn.classNames()).containsExactly("bar", "column", "square", "ring", "slope");
  }

  @Test
  void the_same_seed_draws_the_same_pictures() {
    List<ByteBuffer> drawn = pixels(DrawnImages.of(SIDE, 20, SEEDS));

    assertThat(pixels(DrawnImages.of(SIDE, 20, SEEDS))).isEqualTo(drawn);
  }

  @Test
  void how_many_are_drawn_changes_none_of_them() {
    List<ByteBuffer> many = pixels(DrawnImages.of(SIDE, 20, SEEDS));

    assertThat(pixels(DrawnImages.of(SIDE, 7, SEEDS))).isEqualTo(many.subList(0, 7));
  }

  @Test
  void another_seed_draws_other_pictures() {
    List<ByteBuffer> drawn = pixels(DrawnImages.of(SIDE, 20, SEEDS));
    List<ByteBuffer> others = pixels(DrawnImages.of(SIDE, 20, new Seeds(4)));

    for (int number = 0; number < 20; number++) {
      assertThat(others.get(number)).isNotEqualTo(drawn.get(number));
    }
  }

  @Test
  void no_two_pictures_of_a_seed_are_the_same() {
    assertThat(pixels(DrawnImages.of(SIDE, 300, SEEDS))).doesNotHaveDuplicates();
  }

  @Test
  void the_nearest_mean_of_a_class_tells_more_kinds_than_chance() {
    double[][] means = means(DrawnImages.of(SIDE, 500, SEEDS));
    MemoryImages others = DrawnImages.of(SIDE, 500, new Seeds(4));

    long right =
        IntStream.range(0, others.size())
            .filter(n -> nearest(means, others.picture(n).pixels()) == others.label(n))
            .count();

    // a fifth by chance; 0.26 is three standard deviations above it
    assertThat(right / 500.0).isBetween(0.3, 0.95);
  }

  private static double[][] means(MemoryImages images) {
    double[][] means = new double[images.classes()][images.pictureSize().values()];
    for (int number = 0; number < images.size(); number++) {
      byte[] pixels = images.picture(number).pixels();
      for (int place = 0; place < pixels.length; place++) {
        means[images.label(number)][place] +=
            Byte.toUnsignedInt(pixels[place]) / (images.size() / (double) images.classes());
      }
    }
    return means;
  }

  private static int nearest(double[][] means, byte[] pixels) {
    int nearest = 0;
    for (int kind = 1; kind < means.length; kind++) {
      nearest = distance(means[kind], pixels) < distance(means[nearest], pixels) ? kind : nearest;
    }
    return nearest;
  }

  private static double distance(double[] mean, byte[] pixels) {
    return IntStream.range(0, mean.length)
        .mapToDouble(place -> Math.pow(mean[place] - Byte.toUnsignedInt(pixels[place]), 2))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 12, 16, 28, 32})
  void a_square_is_full_and_a_ring_is_hollow_at_every_side(int side) {
    MemoryImages drawn = DrawnImages.of(side, 100, SEEDS);
    for (int number = 0; number < 100; number++) {
      List<Integer> lit = lit(drawn.picture(number).pixels());
      int rows = extent(lit.stream().map(place -> place / side).toList());
      int columns = extent(lit.stream().map(place -> place % side).toList());
      if (drawn.label(number) == SQUARE) {
        assertThat(lit).hasSize(rows * columns);
      } else if (drawn.label(number) == RING) {
        assertThat(lit.size()).as("ring %d", number).isLessThanOrEqualTo(rows * columns - 4);
      }
    }
  }

  /** What is brighter than the ground can be. */
  private static List<Integer> lit(byte[] pixels) {
    List<Integer> lit = new ArrayList<>();
    for (int place = 0; place < pixels.length; place++) {
      if (Byte.toUnsignedInt(pixels[place]) >= DARKEST_SHAPE) {
        lit.add(place);
      }
    }
    return lit;
  }

  private static int extent(List<Integer> places) {
    return places.stream().mapToInt(each -> each).max().orElseThrow()
        - places.stream().mapToInt(each -> each).min().orElseThrow()
        + 1;
  }
}
