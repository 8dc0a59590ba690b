package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {

  @Test
  void values_are_unsigned_channel_by_channel_and_row_by_row() {
    byte[] pixels = new byte[3 * 2 * 2];
    pixels[7] = (byte) 200;

    assertThat(new Picture(3, 2, 2, pixels).at(1, 1, 1)).isEqualTo(200);
  }

  @Test
  void refuses_pixels_of_another_size() {
    assertThatThrownBy(() -> new Picture(1, 2, 2, new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 bytes for a picture of 1 × 2 × 2");
  }

  @ParameterizedTest
  @CsvSource({"2, 4, 4", "1, 0, 4", "1, 4, -1", "3, 30000, 30000", "1, 70000, 70000"})
  void refuses_sizes_out_of_range(int channels, int height, int width) {
    assertThatThrownBy(() -> new PictureSize(channels, height, width))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
