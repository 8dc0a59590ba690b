package magicbench.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedInputTest {

  @TempDir private Path folder;

  @Test
  void reads_a_file_as_long_as_allowed() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "1234");

    assertThat(BoundedInput.read(file, 4)).asString().isEqualTo("1234");
  }

  @Test
  void refuses_a_file_one_byte_longer_than_allowed() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "12345");

    assertThatThrownBy(() -> BoundedInput.read(file, 4))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": is longer than 4 bytes; check that it is the right file");
  }

  @Test
  void names_a_file_that_is_not_there() {
    Path file = folder.resolve("a");

    assertThatThrownBy(() -> BoundedInput.read(file, 4))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": no such file; check the path");
  }

  @Test
  void tells_when_a_file_is_a_folder() {
    assertThatThrownBy(() -> BoundedInput.read(folder, 4))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder + ": could not be read (");
  }
}
