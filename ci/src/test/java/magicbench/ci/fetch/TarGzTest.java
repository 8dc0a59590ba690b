package magicbench.ci.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.InputException;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gzipped tar archives, those of friends and those of others. */
class TarGzTest {

  private static final String FILE = "pictures.tar.gz";
  private static final Catalogue.Item ITEM =
      new Catalogue.Item(
          "batches",
          "http://127.0.0.1/" + FILE,
          Optional.empty(),
          Optional.empty(),
          List.of("train.bin", "test.bin"),
          "");

  @TempDir private Path root;

  private static Tar sound() {
    return new Tar()
        .withFolder("batches")
        .with("batches/train.bin", "pictures")
        .with("batches/readme.html", "words")
        .with("batches/test.bin", "more");
  }

  private Path folder() {
    return root.resolve("data");
  }

  private void unpack(byte[] archive, long most) throws IOException {
    Path file = Files.write(Files.createDirectories(folder()).resolve(FILE), archive);
    new Unpacking(file, most).unpack(ITEM, folder());
  }

  private AbstractThrowableAssert<?, ? extends Throwable> said(byte[] archive, long most) {
    return assertThatThrownBy(() -> unpack(archive, most))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n")
        .hasMessageStartingWith(folder().resolve(FILE).toString());
  }

  private AbstractThrowableAssert<?, ? extends Throwable> said(Tar archive) {
    return said(archive.gzipped(), Unpacking.MAX_BYTES);
  }

  @Test
  void what_the_catalogue_names_is_unpacked_and_nothing_else() throws IOException {
    unpack(sound().gzipped(), Unpacking.MAX_BYTES);

    assertThat(folder().resolve("batches/train.bin")).hasContent("pictures");
    assertThat(folder().resolve("batches/test.bin")).hasContent("more");
    assertThat(folder().resolve("batches/readme.html")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/evil", "batches/../../evil", "..\\evil", "C:\\evil", ".."})
  void a_path_that_leads_out_of_the_archive_is_refused(String path) {
    said(sound().with(path, "e")).hasMessageContaining(path + ": leads out of the archive");
    assertThat(root.resolve("evil")).doesNotExist();
  }

  @Test
  void a_name_with_two_dots_in_it_leads_nowhere() throws IOException {
    unpack(sound().with("batches/a..b", "x").gzipped(), Unpacking.MAX_BYTES);

    assertThat(folder().resolve("batches/test.bin")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO})
  void a_link_in_a_file_s_place_is_refused(byte kind) {
    Tar archive =
        new Tar().withLink("batches/train.bin", "/etc/passwd", kind).with("batches/test.bin", "m");

    said(archive).hasMessageContaining("!batches/train.bin: is no regular file");
    assertThat(folder().resolve("batches")).doesNotExist();
  }

  @Test
  void a_link_that_nobody_asked_for_is_not_made() throws IOException {
    Tar archive = new Tar().withLink("batches", "/tmp", TarConstants.LF_SYMLINK);

    unpack(
        archive.with("batches/train.bin", "p").with("batches/test.bin", "m").gzipped(),
        Unpacking.MAX_BYTES);

    assertThat(Files.isSymbolicLink(folder().resolve("batches"))).isFalse();
    assertThat(folder().resolve("batches/train.bin")).hasContent("p");
  }

  @Test
  void a_wanted_file_that_swells_is_given_up() {
    Tar archive = new Tar().with("batches/train.bin", "0".repeat(50_000));

    said(archive.gzipped(), 40_000).hasMessageContaining("swells to more than 40000 bytes");
    assertThat(folder().resolve("batches")).isEmptyDirectory();
  }

  @Test
  void a_file_that_nobody_asked_for_may_not_swell_either() {
    Tar archive = new Tar().with("padding", "0".repeat(50_000)).with("batches/train.bin", "p");

    said(archive.gzipped(), 40_000).hasMessageContaining("swells to more than 40000 bytes");
  }

  @Test
  void a_name_may_not_fill_the_memory() {
    Tar archive = new Tar().withLongName(3 << 20).with("batches/train.bin", "p");

    said(archive).hasMessageContaining("swells to more than 1048576 bytes");
  }

  @Test
  void an_archive_without_what_the_catalogue_names_is_one_line() {
    said(new Tar().with("batches/train.bin", "p"))
        .hasMessageContaining("!batches/test.bin: is missing from the archive");
  }

  @Test
  void what_is_not_gzipped_is_one_line() {
    said(new byte[2000], Unpacking.MAX_BYTES).hasMessageContaining("is no sound archive");
  }

  @Test
  void what_is_cut_off_is_one_line() {
    byte[] whole = sound().gzipped();

    assertThatThrownBy(() -> unpack(Arrays.copyOf(whole, whole.length / 2), Unpacking.MAX_BYTES))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n");
  }
}
