package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarBinaryTest {

  private static final int RECORD = 3073;

  @TempDir private Path folder;

  /** One record a file: its label, its red plane of the label too, green of 100, blue of 200. */
  private static byte[] record(int label) {
    byte[] record = new byte[RECORD];
    Arrays.fill(record, 0, 1 + 1024, (byte) label);
    Arrays.fill(record, 1 + 1024, 1 + 2048, (byte) 100);
    Arrays.fill(record, 1 + 2048, RECORD, (byte) 200);
    return record;
  }

  private void fill() throws IOException {
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), record(batch));
    }
    Files.write(folder.resolve("test_batch.bin"), record(9));
  }

  private ImageParts read() {
    return CifarBinary.read(List.of(folder.resolve("nothing"), folder), 1);
  }

  @Test
  void reads_golden_planes() throws IOException {
    fill();

    Picture picture = read().train().picture(2);

    assertThat(picture.size()).isEqualTo(new PictureSize(3, 32, 32));
    assertThat(List.of(picture.at(0, 0, 0), picture.at(1, 31, 31), picture.at(2, 0, 0)))
        .containsExactly(3, 100, 200);
  }

  @Test
  void reads_labels_in_the_order_of_the_files() throws IOException {
    fill();

    MemoryImages train = read().train();

    assertThat(train.size()).isEqualTo(5);
    assertThat(train.label(4)).isEqualTo(5);
    assertThat(read().test().label(0)).isEqualTo(9);
  }

  @Test
  void tells_the_hash_of_every_file() throws IOException {
    fill();

    assertThat(read().origins()).hasSize(6);
    assertThat(read().origins().get(5).sha256()).isEqualTo(Hashes.sha256(record(9)));
  }

  @Test
  void takes_names_from_the_file_of_names() throws IOException {
    fill();
    Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");

    assertThat(read().test().classNames()).hasSize(10).startsWith("a").endsWith("j");
  }

  @Test
  void has_names_without_a_file_of_names() throws IOException {
    fill();

    assertThat(read().test().classNames()).hasSize(10).startsWith("airplane").endsWith("truck");
  }

  @Test
  void refuses_another_number_of_names() throws IOException {
    fill();
    Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("batches.meta.txt: has 2 names, not 10");
  }

  @Test
  void a_file_that_is_cut_off_is_one_line() throws IOException {
    fill();
    Files.write(folder.resolve("data_batch_3.bin"), new byte[RECORD - 1]);

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("data_batch_3.bin: has 3072 bytes, not 3073");
  }

  @Test
  void a_file_that_is_too_long_is_one_line() throws IOException {
    fill();
    Files.write(folder.resolve("test_batch.bin"), new byte[RECORD + 1]);

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("test_batch.bin: is longer than 3073 bytes");
  }

  @Test
  void a_label_that_there_is_not_is_one_line() throws IOException {
    fill();
    Files.write(folder.resolve("data_batch_1.bin"), record(255));

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("data_batch_1.bin: record 0 has the label 255, not 0 to 9");
  }

  @Test
  void a_missing_batch_is_one_line() throws IOException {
    fill();
    Files.delete(folder.resolve("data_batch_2.bin"));

    assertThatThrownBy(this::read)
        .isInstanceOf(MissingDataException.class)
        .hasMessageStartingWith(folder + ": has no data_batch_2.bin; ");
  }

  @Test
  void where_there_is_no_file_the_places_are_told() {
    List<Path> places = CifarBinary.places(folder);

    assertThatThrownBy(() -> CifarBinary.read(places))
        .isInstanceOf(MissingDataException.class)
        .hasMessageStartingWith("CIFAR-10: is in none of " + places + "; ");
  }

  @Test
  void a_published_file_has_ten_thousand_records() throws IOException {
    fill();

    assertThatThrownBy(() -> CifarBinary.read(List.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 3073 bytes, not 30730000");
  }
}
