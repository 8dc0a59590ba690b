package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageStoreTest {

  private static final String PIXELS = "images.bin";

  @TempDir private Path folder;

  private static ImageData data(int channels, long seed) {
    MemoryImages train = drawn(channels, 5, seed);
    return new ImageData(
        train,
        drawn(channels, 3, seed + 1),
        drawn(channels, 4, seed + 2),
        Normalisation.of(train),
        List.of(new DataOrigin("a file", "12"), new DataOrigin("another", "34")),
        2);
  }

  private static MemoryImages drawn(int channels, int count, long seed) {
    PictureSize size = new PictureSize(channels, 6, 6);
    byte[] pixels = new byte[count * size.values()];
    new Seeds(seed).random("pixels").nextBytes(pixels);
    short[] labels = new short[count];
    IntStream.range(0, count).forEach(place -> labels[place] = (short) ((place * 7L + seed) % 300));
    List<String> names = IntStream.range(0, 300).mapToObj(name -> "kind " + name).toList();
    return new MemoryImages(size, pixels, labels, names);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void reads_the_pictures_that_it_wrote(int channels) {
    ImageData written = data(channels, 298);
    ImageStore.write(folder, "mine", written);

    ImageData read = ImageStore.open(folder).data();

    assertSame(read.train(), written.train());
    assertSame(read.heldOut(), written.heldOut());
    assertSame(read.test(), written.test());
  }

  private static void assertSame(ImageSet read, ImageSet written) {
    assertThat(read.size()).isEqualTo(written.size());
    assertThat(read.picture(0).size()).isEqualTo(written.picture(0).size());
    assertThat(read.classNames()).isEqualTo(written.classNames());
    for (int index = 0; index < written.size(); index++) {
      assertThat(read.label(index)).isEqualTo(written.label(index));
      assertThat(read.picture(index).pixels()).isEqualTo(written.picture(index).pixels());
    }
  }

  @Test
  void reads_what_is_known_of_the_pictures() {
    ImageData written = data(3, 1);
    ImageStore.write(folder, "mine", written);

    ImageStore.Stored stored = ImageStore.open(folder);

    assertThat(stored.data().normalisation()).isEqualTo(written.normalisation());
    assertThat(stored.data().origins()).isEqualTo(written.origins());
    assertThat(stored.data().duplicates()).isEqualTo(2);
    assertThat(stored.summary().name()).isEqualTo("mine");
  }

  @Test
  void the_last_data_set_that_was_written_is_read() {
    ImageStore.write(folder, "first", data(3, 1));
    ImageStore.write(folder, "second", data(1, 9));

    assertThat(ImageStore.open(folder).summary().name()).isEqualTo("second");
    assertSame(ImageStore.open(folder).data().test(), data(1, 9).test());
  }

  @Test
  void a_missing_data_set_is_one_line() {
    assertRefused("images.json: no such file");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> ImageStore.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void missing_pixels_are_one_line() throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));
    Files.delete(folder.resolve(PIXELS));

    assertRefused("images.bin");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 36, 400, 452})
  void pixels_that_are_cut_short_are_one_line(int bytes) throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));
    try (RandomAccessFile access = new RandomAccessFile(folder.resolve(PIXELS).toFile(), "rw")) {
      access.setLength(access.length() - bytes);
    }
    assertRefused("images.bin: is shorter than its summary says");
  }

  @Test
  void one_byte_too_many_is_one_line() throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));
    Files.write(folder.resolve(PIXELS), new byte[1], StandardOpenOption.APPEND);

    assertRefused("images.bin: is longer than its summary says");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "pictures", "null", "[]", "{}", "{\"pictures\": 3}", "{\"name\": \"mine\"}"})
  void a_foreign_file_is_one_line(String text) throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));
    Files.writeString(folder.resolve(ImageStore.SUMMARY), text);

    assertRefused("images.json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "heldOut", "test", "side", "channels"})
  void a_summary_of_an_empty_part_is_one_line(String field) throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));
    replace("\"%s\" : [0-9]+".formatted(field), "\"%s\" : 0".formatted(field));

    assertRefused("images.json: a part is empty");
  }

  private void replace(String pattern, String by) throws IOException {
    Path file = folder.resolve(ImageStore.SUMMARY);
    Files.writeString(file, Files.readString(file).replaceAll(pattern, by));
  }

  @Test
  void a_label_without_a_name_is_one_line() throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));
    replace("(?s)\"classNames\" : \\[[^]]*\\]", "\"classNames\" : [ \"kind 0\" ]");

    assertRefused("images.bin: could not be read (label 0 is 1 of 1 classes)");
  }

  @Test
  void no_summary_is_left_where_the_pixels_could_not_be_written() throws IOException {
    Files.createDirectories(folder.resolve(PIXELS).resolve("in the way"));

    assertThatThrownBy(() -> ImageStore.write(folder, "mine", data(1, 1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("images.bin: could not be written");
    assertThat(files()).containsExactly(PIXELS);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void nothing_half_written_is_left() throws IOException {
    ImageStore.write(folder, "mine", data(1, 1));

    assertThat(files()).containsExactlyInAnyOrder(PIXELS, ImageStore.SUMMARY);
  }
}
