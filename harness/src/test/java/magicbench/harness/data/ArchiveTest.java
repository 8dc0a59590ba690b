package magicbench.harness.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir private Path folder;

  @Test
  void reads_an_entry_up_to_its_limit() throws IOException {
    Archive archive = new Archive(Zips.of(folder.resolve("a.zip"), "text", "12345"));

    assertThat(archive.read("text", 5, InputStream::readAllBytes))
        .isEqualTo("12345".getBytes(UTF_8));
  }

  @Test
  void refuses_an_entry_past_its_limit() throws IOException {
    Archive archive = new Archive(Zips.of(folder.resolve("a.zip"), "text", "123456"));

    assertThatThrownBy(() -> archive.read("text", 5, InputStream::readAllBytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.zip!text: more than 5 bytes");
  }

  @Test
  void refuses_a_missing_entry() throws IOException {
    Archive archive = new Archive(Zips.of(folder.resolve("a.zip"), "text", ""));

    assertThatThrownBy(() -> archive.read("other", 5, InputStream::readAllBytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a.zip!other: the entry is missing");
  }

  @Test
  void refuses_a_file_that_is_no_archive() throws IOException {
    Archive archive = new Archive(Files.writeString(folder.resolve("a.zip"), "no zip"));

    assertThatThrownBy(() -> archive.read("text", 5, InputStream::readAllBytes))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("can't be read");
  }
}
