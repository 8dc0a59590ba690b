package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryImagesTest {

  private static final PictureSize SIZE = new PictureSize(1, 1, 2);
  private static final List<String> NAMES = List.of("cat", "dog");

  private static MemoryImages images() {
    return new MemoryImages(SIZE, new byte[] {1, 2, 3, 4, 5, 6}, new short[] {0, 1, 1}, NAMES);
  }

  @Test
  void hands_out_pictures_and_labels_by_number() {
    assertThat(images().picture(1).pixels()).containsExactly(3, 4);
    assertThat(images().label(1)).isEqualTo(1);
  }

  @Test
  void a_subset_has_its_pictures_in_the_order_asked_for() {
    MemoryImages subset = images().subset(new int[] {2, 0});

    assertThat(subset.picture(0).pixels()).containsExactly(5, 6);
    assertThat(subset.picture(1).pixels()).containsExactly(1, 2);
  }

  @Test
  void a_subset_keeps_labels_and_classes() {
    MemoryImages subset = images().subset(new int[] {2, 0});

    assertThat(List.of(subset.size(), subset.label(0), subset.label(1))).containsExactly(2, 1, 0);
    assertThat(subset.classNames()).isEqualTo(NAMES);
  }

  @Test
  void there_is_no_picture_after_the_last() {
    assertThatThrownBy(() -> images().picture(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_subset_has_no_picture_that_there_is_not() {
    assertThatThrownBy(() -> images().subset(new int[] {-1}))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void refuses_a_label_without_a_name() {
    assertThatThrownBy(() -> new MemoryImages(SIZE, new byte[2], new short[] {2}, NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label 0 is 2 of 2 classes");
  }

  @Test
  void refuses_labels_of_another_number_of_pictures() {
    assertThatThrownBy(() -> new MemoryImages(SIZE, new byte[3], new short[] {1}, NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 bytes for 1 pictures of 1 × 1 × 2");
  }
}
