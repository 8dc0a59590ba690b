package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that seal a format. After an intended change run the test with {@code
 * -Dmagicbench.golden.write=true} once and read the difference before committing it.
 */
final class Golden {

  private static final Path FOLDER = Path.of("src", "test", "resources", "magicbench", "report");

  private Golden() {}

  static void assertSame(Path written, String golden) {
    try {
      Path expected = FOLDER.resolve(golden);
      if (Boolean.getBoolean("magicbench.golden.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(expected, Files.readString(written));
      }
      assertThat(Files.readString(written)).isEqualTo(Files.readString(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
