package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

  private static final byte[] CONTENT = {1, 2, 3, 4};
  private static final DataSet TINY =
      new DataSet(
          "tiny",
          "Tiny",
          "1.0",
          "org.example",
          "tiny",
          "tiny-1.0.jar",
          Hashes.sha256(CONTENT),
          CONTENT.length,
          "CC0",
          "tests",
          null);

  @TempDir private Path folder;

  @Test
  void finds_a_file_by_name_in_a_folder() throws IOException {
    Path file = Files.write(folder.resolve("tiny-1.0.jar"), CONTENT);

    assertThat(files().resolve(TINY)).isEqualTo(file);
  }

  @Test
  void finds_a_file_by_coordinates_in_the_local_repository() throws IOException {
    Path place = Files.createDirectories(folder.resolve("repository/org/example/tiny/1.0"));
    Path file = Files.write(place.resolve("tiny-1.0.jar"), CONTENT);

    assertThat(files().resolve(TINY)).isEqualTo(file);
  }

  @Test
  void names_coordinates_and_remedy_when_a_file_is_missing() {
    assertThatThrownBy(() -> files().resolve(TINY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("org.example:tiny:1.0")
        .hasMessageContaining("run mvn -B verify once, or put the jar into " + folder);
  }

  @Test
  void refuses_a_file_with_a_flipped_byte() throws IOException {
    byte[] flipped = {1, 2, 3, 5};
    Path file = Files.write(folder.resolve("tiny-1.0.jar"), flipped);

    assertThatThrownBy(() -> files().resolve(TINY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(Hashes.sha256(CONTENT))
        .hasMessageContaining(Hashes.sha256(flipped))
        .hasMessageContaining("delete it and run mvn -B verify");
  }

  @Test
  void refuses_a_file_of_another_size() throws IOException {
    Files.write(folder.resolve("tiny-1.0.jar"), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> files().resolve(TINY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected 4 bytes")
        .hasMessageContaining("found 3 bytes");
  }

  private DataFiles files() {
    return new DataFiles(List.of(folder), folder.resolve("repository"));
  }
}
