package magicbench.harness.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NormalisationTest {

  private static MemoryImages images(PictureSize size, byte... pixels) {
    short[] labels = new short[pixels.length / size.values()];
    return new MemoryImages(size, pixels, labels, List.of("thing"));
  }

  @Test
  void means_and_deviations_are_each_channel_s_own() {
    PictureSize size = new PictureSize(3, 1, 2);

    Normalisation found =
        Normalisation.of(
            images(size, new byte[] {0, (byte) 255, 51, 51, 0, 102, 0, 0, 51, 0, 0, 102}));

    assertThat(found.mean().get(0)).isCloseTo(0.25, within(1e-12));
    assertThat(found.deviation().get(0)).isCloseTo(Math.sqrt(3) / 4, within(1e-12));
    assertThat(found.mean().get(2)).isCloseTo(0.2, within(1e-12));
  }

  @Property(tries = 50)
  void a_normalised_training_set_has_mean_0_and_deviation_1(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 9) int count) {
    PictureSize size = new PictureSize(3, 4, 5);
    byte[] pixels = new byte[count * size.values()];
    new Seeds(seed).random("pixels").nextBytes(pixels);
    MemoryImages images = images(size, pixels);
    Normalisation normalisation = Normalisation.of(images);

    for (int channel = 0; channel < 3; channel++) {
      double[] values = values(images, channel, normalisation);
      assertThat(Arrays.stream(values).average().orElseThrow()).isCloseTo(0, within(1e-5));
      assertThat(Arrays.stream(values).map(each -> each * each).average().orElseThrow())
          .isCloseTo(1, within(1e-5));
    }
  }

  private static double[] values(MemoryImages images, int channel, Normalisation normalisation) {
    int pixels = images.pictureSize().pixels();
    double[] values = new double[images.size() * pixels];
    for (int place = 0; place < values.length; place++) {
      float[] picture = normalisation.apply(images.picture(place / pixels));
      values[place] = picture[channel * pixels + place % pixels];
    }
    return values;
  }

  @Test
  void refuses_a_set_of_one_value() {
    MemoryImages black = images(new PictureSize(1, 1, 2), new byte[4]);

    assertThatThrownBy(() -> Normalisation.of(black))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("deviation is 0; it must be above 0, to 1");
  }

  @Test
  void refuses_a_picture_of_other_channels() {
    assertThatThrownBy(() -> Pictures.plain(3).apply(Pictures.grey(1, 1, 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 channels, but 3 means to normalise by");
  }

  @Test
  void can_be_given_in_a_file() {
    Normalisation given = Pictures.plain(3);

    assertThat(
            Json.as(
                "x", Json.tree("x", Json.write(given).getBytes(UTF_8), ""), Normalisation.class))
        .isEqualTo(given);
  }

  @Test
  void a_file_out_of_range_is_one_line() {
    String text = "{\"mean\": [0.5], \"deviation\": [1.5]}";

    assertThatThrownBy(
            () -> Json.as("x", Json.tree("x", text.getBytes(UTF_8), ""), Normalisation.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("deviation is 1.5; it must be above 0, to 1");
  }
}
