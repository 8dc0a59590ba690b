package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  @Test
  void the_middle_of_the_longer_side_is_seen() {
    Picture wide = Pictures.grey(2, 6, 9, 9, 1, 2, 9, 9, 9, 9, 3, 4, 9, 9);

    assertThat(new Evaluation(2, 2).seen(wide).values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void the_shorter_side_is_brought_to_its_length() {
    Picture high = Pictures.random(new PictureSize(3, 40, 20), 1);

    assertThat(new Evaluation(8, 5).seen(high).size()).isEqualTo(new PictureSize(3, 5, 5));
  }

  @Test
  void a_constant_picture_stays_constant() {
    Picture constant = Pictures.constant(new PictureSize(1, 7, 11), 77);

    for (float value : new Evaluation(12, 9).seen(constant).values()) {
      assertThat(value).isCloseTo(77, within(1e-3f));
    }
  }

  @Test
  void a_picture_may_be_seen_as_it_is() {
    Picture picture = Pictures.grey(1, 3, 0, 51, 255);

    assertThat(Evaluation.asIs().apply(picture, Pictures.plain(1)))
        .containsExactly(new float[] {0, 0.2f, 1}, within(1e-6f));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "4097, 224", "8, 9", "8, 0", "0, 8"})
  void refuses_sides_out_of_range(int shorterSide, int side) {
    assertThatThrownBy(() -> new Evaluation(shorterSide, side))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("it must be ");
  }
}
