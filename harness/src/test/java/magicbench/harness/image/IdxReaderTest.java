package magicbench.harness.image;

import static magicbench.harness.image.IdxBytes.LABELS;
import static magicbench.harness.image.IdxBytes.PICTURES;
import static magicbench.harness.image.IdxBytes.bytes;
import static magicbench.harness.image.IdxBytes.gzipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxReaderTest {

  private static final List<String> TEN =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  @TempDir private Path folder;
  private Path pictures;
  private Path labels;

  @BeforeEach
  void writeFiles() throws IOException {
    pictures = Files.write(folder.resolve("pictures"), bytes(PICTURES));
    labels = Files.write(folder.resolve("labels"), bytes(LABELS));
  }

  @Test
  void reads_golden_pictures() {
    MemoryImages images = IdxReader.read(pictures, labels, TEN).images();

    assertThat(images.pictureSize()).isEqualTo(new PictureSize(1, 2, 3));
    assertThat(images.picture(0).pixels()).isEqualTo(bytes("0001020304ff"));
    assertThat(images.picture(1).at(0, 1, 2)).isEqualTo(0x60);
  }

  @Test
  void reads_golden_labels() {
    MemoryImages images = IdxReader.read(pictures, labels, TEN).images();

    assertThat(List.of(images.size(), images.label(0), images.label(1))).containsExactly(2, 9, 1);
  }

  @Test
  void puts_black_around_pictures() {
    Picture padded = IdxReader.read(pictures, labels, TEN, 4).images().picture(0);

    assertThat(padded.size()).isEqualTo(new PictureSize(1, 4, 4));
    assertThat(padded.pixels()).isEqualTo(bytes("00000000" + "00010200" + "0304ff00" + "00000000"));
  }

  @Test
  void gzipped_files_read_as_plain_ones() throws IOException {
    Files.write(pictures, gzipped(bytes(PICTURES)));
    Files.write(labels, gzipped(bytes(LABELS)));

    IdxReader.Contents read = IdxReader.read(pictures, labels, TEN);

    assertThat(read.images().picture(1).pixels()).isEqualTo(bytes("102030405060"));
    assertThat(read.images().label(0)).isEqualTo(9);
  }

  @Test
  void hashes_are_of_the_uncompressed_bytes() throws IOException {
    Files.write(pictures, gzipped(bytes(PICTURES)));

    IdxReader.Contents read = IdxReader.read(pictures, labels, TEN);

    assertThat(read.picturesSha256()).isEqualTo(Hashes.sha256(bytes(PICTURES)));
    assertThat(read.labelsSha256()).isEqualTo(Hashes.sha256(bytes(LABELS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|starts with , not with 00000803 as an IDX file of 3 dimensions does",
        "000008|starts with 000008, not with 00000803",
        "ffd8ffe000104a464946000101000001|starts with ffd8ffe0, not with 00000803",
        "00000801000000020901|starts with 00000801, not with 00000803",
        "0000080300000002000000|is cut off in its header",
        "00000803000000020000000200000003000102|holds 3 of the 12 values that it tells of",
        "0000080300000001000000010000000100ff|goes on after the 1 values that it tells of",
        "00000803000000000000000200000003|has a dimension of 0, which makes nothing or more than",
        "00000803ffffffff0000000200000003|has a dimension of 4294967295, which makes nothing or more",
        "00000803000100000001000000010000|has a dimension of 65536, which makes nothing or more"
      })
  void a_foreign_or_broken_file_is_one_line(String hex, String message) throws IOException {
    Files.write(pictures, bytes(hex));

    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(pictures + ": " + message)
        .hasMessageEndingWith("; fetch the file again");
  }

  @Test
  void a_gzipped_file_that_is_cut_off_is_one_line() throws IOException {
    byte[] whole = gzipped(bytes(PICTURES));
    Files.write(pictures, Arrays.copyOf(whole, whole.length - 9));

    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN))
        .isInstanceOf(InputException.class)
        .hasMessage(pictures + ": is cut off; fetch the file again");
  }

  @Test
  void a_damaged_gzipped_file_is_one_line() throws IOException {
    byte[] damaged = gzipped(bytes(PICTURES));
    damaged[damaged.length - 5] ^= 1;
    Files.write(pictures, damaged);

    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN))
        .isInstanceOf(InputException.class)
        .hasMessage(pictures + ": can't be read (Corrupt GZIP trailer); fetch the file again");
  }

  @Test
  void a_missing_file_is_one_line() throws IOException {
    Files.delete(labels);

    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN))
        .isInstanceOf(InputException.class)
        .hasMessage(labels + ": no such file; check the path");
  }

  @Test
  void refuses_labels_of_another_number_of_pictures() throws IOException {
    Files.write(labels, bytes("0000080100000003090102"));

    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds 3 labels for the 2 pictures of " + pictures);
  }

  @Test
  void refuses_a_label_without_a_class() throws IOException {
    Files.write(labels, bytes("000008010000000209ff"));

    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("label 1 is 255, but there are 10 classes");
  }

  @Test
  void refuses_a_side_that_is_too_small() {
    assertThatThrownBy(() -> IdxReader.read(pictures, labels, TEN, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds pictures of 2 × 3");
  }
}
