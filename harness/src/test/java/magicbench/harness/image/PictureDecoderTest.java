package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDecoderTest {

  private static final int[] GREYS = {20, 90, 160, 230};

  private static DecodedPicture decode(byte[] file) {
    return new PictureDecoder("x.JPEG").decode(file);
  }

  private static void assertColour(Picture picture, int red, int green, int blue) {
    int[] middle = new int[3];
    for (int channel = 0; channel < 3; channel++) {
      middle[channel] = picture.at(channel, picture.height() / 2, picture.width() / 2);
    }
    assertThat(middle[0]).isCloseTo(red, within(4));
    assertThat(middle[1]).isCloseTo(green, within(4));
    assertThat(middle[2]).isCloseTo(blue, within(4));
  }

  @Test
  void decodes_colours_channel_by_channel() {
    Picture picture = decode(JpegBytes.colour(9, 17, 0xC86432)).picture();

    assertThat(picture.size()).isEqualTo(new PictureSize(3, 9, 17));
    assertColour(picture, 200, 100, 50);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 128, 255})
  void a_grey_value_is_taken_as_it_is_for_every_colour(int value) {
    DecodedPicture decoded = decode(JpegBytes.grey(8, 8, value));

    assertThat(decoded.isGreyscale()).isTrue();
    assertColour(decoded.picture(), value, value, value);
  }

  @ParameterizedTest
  @CsvSource({
    "255, 255, 255, 255, true",
    "255, 255, 255, 0, false",
    "0, 0, 0, 0, false",
  })
  void adobe_s_inks_are_stored_inverted(int c, int m, int y, int k, boolean white) {
    DecodedPicture decoded = decode(JpegBytes.inks(0, c, m, y, k));

    assertThat(decoded.isCmyk()).isTrue();
    assertThat(decoded.picture().at(1, 8, 8)).matches(green -> white ? green > 245 : green < 70);
  }

  @Test
  void magenta_and_yellow_make_red() {
    Picture picture = decode(JpegBytes.inks(0, 255, 0, 0, 255)).picture();

    assertThat(picture.at(0, 8, 8)).isGreaterThan(180);
    assertThat(picture.at(1, 8, 8)).isLessThan(80);
    assertThat(picture.at(2, 8, 8)).isLessThan(80);
  }

  /** Luma and chroma are of the inks themselves: none of the three is black's luma, 0. */
  @Test
  void inks_may_be_stored_as_luma_and_chroma() {
    DecodedPicture decoded = decode(JpegBytes.inks(2, 0, 128, 128, 255));

    assertThat(decoded.isCmyk()).isTrue();
    assertThat(decoded.picture().at(0, 8, 8)).isGreaterThan(245);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0123", "2, 1032", "3, 3210", "4, 2301", "5, 0213", "6, 2031", "7, 3120", "8, 1302"
  })
  void every_orientation_is_put_upright(int orientation, String corners) {
    byte[] jpeg = JpegBytes.quarters(GREYS[0], GREYS[1], GREYS[2], GREYS[3]);

    DecodedPicture decoded = decode(JpegBytes.held(jpeg, orientation, true));

    assertThat(decoded.picture().height()).isEqualTo(orientation < 5 ? 16 : 32);
    assertThat(corners(decoded.picture())).isEqualTo(corners);
    assertThat(decoded.rotated()).isEqualTo(orientation != 1);
  }

  /** Which of the greys is in which corner: above left, above right, below left, below right. */
  private static String corners(Picture picture) {
    int bottom = picture.height() - 1;
    int right = picture.width() - 1;
    return List.of(
            picture.at(0, 0, 0),
            picture.at(0, 0, right),
            picture.at(0, bottom, 0),
            picture.at(0, bottom, right))
        .stream()
        .map(value -> Integer.toString(nearest(value)))
        .reduce("", String::concat);
  }

  private static int nearest(int value) {
    int nearest = 0;
    for (int grey = 1; grey < GREYS.length; grey++) {
      nearest = Math.abs(GREYS[grey] - value) < Math.abs(GREYS[nearest] - value) ? grey : nearest;
    }
    return nearest;
  }

  @Test
  void an_orientation_may_be_little_endian() {
    byte[] jpeg = JpegBytes.colour(4, 9, 0);

    assertThat(decode(JpegBytes.held(jpeg, 6, false)).picture().height()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 255})
  void what_is_no_orientation_is_upright(int orientation) {
    byte[] jpeg = JpegBytes.colour(4, 9, 0);

    assertThat(decode(JpegBytes.held(jpeg, orientation, true)).rotated()).isFalse();
  }

  @Test
  void a_png_file_is_decoded_whatever_its_name() {
    assertColour(decode(JpegBytes.png(5, 5, 0x0A141E)).picture(), 10, 20, 30);
  }

  @Test
  void another_format_is_one_line() {
    assertThatThrownBy(() -> decode(JpegBytes.bmp()))
        .isInstanceOf(InputException.class)
        .hasMessage("x.JPEG: is neither JPEG nor PNG; fetch it again, or remove it");
  }

  @Test
  void text_is_one_line() {
    assertThatThrownBy(() -> decode("not a picture".getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("x.JPEG: is neither JPEG nor PNG");
  }

  @Test
  void an_empty_file_is_one_line() {
    assertThatThrownBy(() -> decode(new byte[0])).isInstanceOf(InputException.class);
  }

  @Test
  void a_file_without_its_end_is_cut_off() {
    byte[] whole = JpegBytes.quarters(1, 2, 3, 4);

    assertThatThrownBy(() -> decode(Arrays.copyOf(whole, whole.length - 4)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("x.JPEG: is cut off; ");
  }

  @Test
  void a_header_without_a_picture_is_one_line() {
    byte[] headless = IdxBytes.bytes("ffd8ffe000104a46494600010100ffdaffd9");

    assertThatThrownBy(() -> decode(headless))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("x.JPEG: can't be decoded (");
  }

  @Test
  void refuses_more_than_a_hundred_million_pixels_before_decoding_them() {
    byte[] jpeg = JpegBytes.colour(16, 16, 0);
    int frame = indexOf(jpeg, 0xC0);
    byte[] large = jpeg.clone();
    Arrays.fill(large, frame + 5, frame + 9, (byte) 0x7F); // height and width, two bytes each

    assertThatThrownBy(() -> decode(large))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 32639 × 32639 pixels, more than 100000000");
  }

  private static int indexOf(byte[] jpeg, int marker) {
    int place = 0;
    while ((jpeg[place] & 0xFF) != 0xFF || (jpeg[place + 1] & 0xFF) != marker) {
      place++;
    }
    return place;
  }
}
