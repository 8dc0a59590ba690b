package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDataTest {

  private static final List<DataOrigin> ORIGINS = List.of(new DataOrigin("pictures", "ab"));
  private static final int[] REPEATED =
      IntStream.concat(IntStream.range(0, 20), IntStream.range(0, 20)).toArray();

  private static ImageParts parts(MemoryImages train) {
    return new ImageParts(train, NumberedPictures.range(1000, 1007), ORIGINS);
  }

  private static ImageData divided(int heldOut, int most) {
    return ImageData.of(parts(NumberedPictures.range(0, 30)), heldOut, most);
  }

  @Property(tries = 60)
  void no_picture_is_in_two_parts(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int heldOut) {
    UniformRandomProvider random = new Seeds(seed).random("numbers");
    int[] drawn = IntStream.range(0, 40).map(place -> random.nextInt(60)).toArray();
    int[] alone = IntStream.concat(IntStream.of(drawn), IntStream.range(60, 81)).toArray();
    ImageParts parts =
        new ImageParts(NumberedPictures.of(alone), NumberedPictures.range(40, 60), ORIGINS);

    Set<Integer> trained = numbers(ImageData.of(parts, heldOut, 0).train());

    assertThat(trained).doesNotContainAnyElementsOf(numbers(parts.test()));
    assertThat(trained)
        .doesNotContainAnyElementsOf(numbers(ImageData.of(parts, heldOut, 0).heldOut()));
  }

  private static Set<Integer> numbers(ImageSet images) {
    return new HashSet<>(NumberedPictures.numbers(images));
  }

  @Test
  void every_picture_without_a_duplicate_is_in_one_part() {
    ImageData data = divided(7, 0);

    assertThat(NumberedPictures.numbers(data.heldOut())).hasSize(7);
    assertThat(
            Stream.of(data.train(), data.heldOut())
                .flatMap(part -> NumberedPictures.numbers(part).stream())
                .sorted())
        .isEqualTo(IntStream.range(0, 30).boxed().toList());
    assertThat(data.duplicates()).isZero();
  }

  @Test
  void pictures_of_the_test_set_are_taken_out_of_training_and_counted() {
    int[] numbers = IntStream.concat(IntStream.range(0, 9), IntStream.range(1003, 1006)).toArray();

    ImageData data = ImageData.of(parts(NumberedPictures.of(numbers)), 1, 0);

    long heldOfTest = NumberedPictures.numbers(data.heldOut()).stream().filter(n -> n > 9).count();
    assertThat(numbers(data.train())).allMatch(number -> number < 9);
    assertThat(data.duplicates()).isEqualTo(3 - (int) heldOfTest);
    assertThat(data.train().size()).isEqualTo(12 - 1 - data.duplicates());
  }

  @Test
  void pictures_like_one_held_out_are_taken_out_of_training_and_counted() {
    ImageData data = ImageData.of(parts(NumberedPictures.of(REPEATED)), 6, 0);

    Set<Integer> held = numbers(data.heldOut());
    assertThat(numbers(data.train())).doesNotContainAnyElementsOf(held);
    assertThat(data.duplicates()).isEqualTo(2 * held.size() - 6).isPositive();
    assertThat(data.train().size()).isEqualTo(40 - 2 * held.size());
  }

  @Test
  void a_picture_that_training_has_twice_stays_there_twice() {
    ImageData data = ImageData.of(parts(NumberedPictures.of(REPEATED)), 1, 0);

    List<Integer> trained = NumberedPictures.numbers(data.train());
    assertThat(trained).hasSize(38);
    assertThat(trained).allMatch(number -> Collections.frequency(trained, number) == 2);
  }

  @Test
  void the_test_set_stays_as_it_was_published() {
    assertThat(NumberedPictures.numbers(divided(7, 3).test()))
        .isEqualTo(IntStream.range(1000, 1007).boxed().toList());
  }

  @Test
  void labels_go_with_their_pictures() {
    for (ImageSet part : List.of(divided(9, 0).train(), divided(9, 0).heldOut())) {
      assertThat(NumberedPictures.labels(part))
          .isEqualTo(NumberedPictures.numbers(part).stream().map(number -> number % 2).toList());
    }
  }

  @Test
  void no_more_pictures_are_trained_on_than_the_most() {
    List<Integer> all = NumberedPictures.numbers(divided(5, 0).train());

    assertThat(NumberedPictures.numbers(divided(5, 11).train())).isEqualTo(all.subList(0, 11));
    assertThat(NumberedPictures.numbers(divided(5, 4000).train())).isEqualTo(all);
  }

  @Test
  void what_is_held_out_does_not_depend_on_how_many_are_trained_on() {
    assertThat(NumberedPictures.numbers(divided(5, 2).heldOut()))
        .isEqualTo(NumberedPictures.numbers(divided(5, 0).heldOut()));
  }

  @Test
  void the_pictures_held_out_are_drawn_from_the_whole_training_set() {
    assertThat(NumberedPictures.numbers(divided(10, 0).heldOut()))
        .anyMatch(number -> number < 10)
        .anyMatch(number -> number >= 20)
        .isNotEqualTo(IntStream.range(0, 10).boxed().collect(Collectors.toList()));
  }

  @Test
  void the_division_is_the_same_whenever_it_is_asked_for() {
    for (int again = 0; again < 3; again++) {
      assertThat(NumberedPictures.numbers(divided(8, 12).train()))
          .isEqualTo(NumberedPictures.numbers(divided(8, 12).train()));
      assertThat(NumberedPictures.numbers(divided(8, 12).heldOut()))
          .isEqualTo(NumberedPictures.numbers(divided(8, 12).heldOut()));
    }
  }

  @Test
  void it_is_normalised_by_the_training_part_alone() {
    ImageData data = divided(20, 0);

    assertThat(data.normalisation())
        .isEqualTo(Normalisation.of(data.train()))
        .isNotEqualTo(Normalisation.of(NumberedPictures.range(0, 30)));
  }

  @Test
  void it_names_the_files_behind_it() {
    assertThat(divided(5, 0).origins()).isEqualTo(ORIGINS);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 30, 31})
  void refuses_to_hold_out_none_or_all(int heldOut) {
    assertThatThrownBy(() -> divided(heldOut, 0))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "settings of images, field heldOut: is %d of 30 pictures; give 1 to 29", heldOut);
  }

  @Test
  void refuses_a_training_set_that_is_all_duplicates() {
    ImageParts same = parts(NumberedPictures.of(7, 7, 7, 7));

    assertThatThrownBy(() -> ImageData.of(same, 2, 0))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("leaves none of 4 pictures to train on");
  }
}
