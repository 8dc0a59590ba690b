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
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxDataSetTest {

  private static final String PICTURES_HASH = Hashes.sha256(bytes(PICTURES));
  private static final String LABELS_HASH = Hashes.sha256(bytes(LABELS));
  private static final IdxDataSet TINY =
      new IdxDataSet(
          "Tiny",
          "run 'fetch tiny'",
          Collections.nCopies(10, "thing"),
          new IdxDataSet.Part("train", PICTURES_HASH, LABELS_HASH),
          new IdxDataSet.Part("t10k", PICTURES_HASH, LABELS_HASH));

  @TempDir private Path own;
  @TempDir private Path shared;

  private static void fill(Path folder) throws IOException {
    for (String part : List.of("train", "t10k")) {
      Files.write(folder.resolve(part + "-images-idx3-ubyte.gz"), gzipped(bytes(PICTURES)));
      Files.write(folder.resolve(part + "-labels-idx1-ubyte"), bytes(LABELS));
    }
  }

  private ImageParts read() {
    return TINY.read(List.of(own, shared), OptionalInt.of(4));
  }

  @Test
  void reads_both_parts_compressed_or_not() throws IOException {
    fill(own);

    assertThat(read().train().size()).isEqualTo(2);
    assertThat(read().test().pictureSize()).isEqualTo(new PictureSize(1, 4, 4));
  }

  @Test
  void tells_what_it_read() throws IOException {
    fill(own);

    assertThat(read().origins())
        .containsExactly(
            new DataOrigin("Tiny train-images-idx3-ubyte", PICTURES_HASH),
            new DataOrigin("Tiny train-labels-idx1-ubyte", LABELS_HASH),
            new DataOrigin("Tiny t10k-images-idx3-ubyte", PICTURES_HASH),
            new DataOrigin("Tiny t10k-labels-idx1-ubyte", LABELS_HASH));
  }

  @Test
  void looks_into_the_next_place_where_the_first_has_nothing() throws IOException {
    fill(shared);

    assertThat(read().train().size()).isEqualTo(2);
  }

  @Test
  void the_first_place_that_has_a_file_counts() throws IOException {
    fill(shared);
    Files.write(own.resolve("train-labels-idx1-ubyte"), bytes(LABELS));

    assertThatThrownBy(this::read)
        .isInstanceOf(MissingDataException.class)
        .hasMessage(
            own + ": holds files of Tiny, but no train-images-idx3-ubyte; run 'fetch tiny'");
  }

  @Test
  void where_there_is_no_file_the_places_are_told() {
    assertThatThrownBy(this::read)
        .isInstanceOf(MissingDataException.class)
        .hasMessage("Tiny: is in none of [" + own + ", " + shared + "]; run 'fetch tiny'");
  }

  @Test
  void refuses_a_file_that_is_not_the_published_one() throws IOException {
    fill(own);
    Path labels = Files.write(own.resolve("t10k-labels-idx1-ubyte"), bytes("00000801000000020101"));

    assertThatThrownBy(this::read)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(labels + ": its uncompressed bytes have the SHA-256 ")
        .hasMessageEndingWith("Tiny's " + LABELS_HASH + "; delete it and run 'fetch tiny'");
  }
}
