package magicbench.results.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an intended change write the golden file anew: -Dmagicbench.golden.write=true. */
final class PackFileTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "magicbench", "results", "packing", "packs.json");

  @TempDir private Path folder;

  @Test
  void writes_the_golden_packs() throws IOException {
    Path file = folder.resolve("packs.json");
    PackFile.write(file, Works.packs(Works.chain(), 2));
    if (Boolean.getBoolean("magicbench.golden.write")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.copy(file, GOLDEN, StandardCopyOption.REPLACE_EXISTING);
    }

    assertThat(file).hasSameTextualContentAs(GOLDEN);
  }

  @Test
  void reads_what_it_wrote() {
    Path file = folder.resolve("packs.json");
    PackFile.write(file, Works.packs(Works.chain(), 3));

    assertThat(PackFile.read(file)).isEqualTo(Works.packs(Works.chain(), 3));
  }

  @Test
  void a_stage_whose_name_a_shell_could_mistake_is_refused() throws IOException {
    Path file = folder.resolve("packs.json");
    PackFile.write(file, Works.packs(Works.chain(), 2));
    Files.writeString(file, Files.readString(file).replace("\"02-probe\"", "\"02-probe;ls\""));

    assertThatThrownBy(() -> PackFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + " /stages/2/name: ");
  }
}
