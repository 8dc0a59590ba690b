package magicbench.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void writes_the_text_and_nothing_beside_it() throws IOException {
    Path file = folder.resolve("new/folder/a.txt");

    WholeFile.write(file, "é\n");

    assertThat(file).hasContent("é\n");
    assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void writes_what_can_be_made_again_whole_too_and_nothing_beside_it() throws IOException {
    Path file = folder.resolve("a/b.html");

    WholeFile.writeUnforced(file, "older");
    WholeFile.writeUnforced(file, "grün");

    assertThat(file).hasContent("grün");
    assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void replaces_an_existing_file() {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "old");

    WholeFile.write(file, "new");

    assertThat(file).hasContent("new");
  }

  @Test
  void leaves_nothing_behind_when_the_disk_is_full() {
    Path file = folder.resolve("a.txt");

    assertThatThrownBy(() -> WholeFile.write(file, WholeFileTest::writeUntilFull))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": could not be written (No space left on device); free ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keeps_the_old_file_when_the_disk_is_full() {
    Path file = folder.resolve("a.txt");
    WholeFile.write(file, "old");

    assertThatThrownBy(() -> WholeFile.write(file, WholeFileTest::writeUntilFull))
        .isInstanceOf(InputException.class);

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void leaves_nothing_behind_when_the_content_breaks() {
    Path file = folder.resolve("a.txt");

    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tells_when_the_folder_is_a_file() throws IOException {
    Path notFolder = Files.writeString(folder.resolve("a"), "");

    assertThatThrownBy(() -> WholeFile.write(notFolder.resolve("b"), "text"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("could not be written");
  }

  @Test
  void gives_a_file_the_permissions_of_any_new_file() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path ordinary = Files.createFile(folder.resolve("ordinary"));
    Path whole = folder.resolve("whole");

    WholeFile.write(whole, "text");

    assertThat(Files.getPosixFilePermissions(whole))
        .isEqualTo(Files.getPosixFilePermissions(ordinary));
  }

  // More than the writer buffers, so that a part reaches the disk first.
  private static void writeUntilFull(OutputStream out) throws IOException {
    out.write("text".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    throw new IOException("No space left on device");
  }
}
