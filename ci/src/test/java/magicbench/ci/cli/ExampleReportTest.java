package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import magicbench.ci.Modules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example report that is committed is the one that the command writes. */
final class ExampleReportTest {

  private static final String SCALE = "laptop-images-full";
  private static final Path EXAMPLE = Modules.root().resolve("results/example");
  private static final Pattern LINK = Pattern.compile("\\]\\(");

  @TempDir private Path written;

  @Test
  void the_example_is_what_the_command_writes_of_the_accepted_records() throws IOException {
    report(written);
    if (Boolean.getBoolean("magicbench.golden.write")) {
      report(EXAMPLE);
    }

    assertThat(contents(EXAMPLE.resolve("site"))).isEqualTo(contents(written.resolve("site")));
  }

  @Test
  void readme_shows_the_example_s_first_table() throws IOException {
    String table = Files.readString(EXAMPLE.resolve("site/verdicts.md"));

    assertThat(Files.readString(Modules.root().resolve("README.md")))
        .contains(LINK.matcher(table).replaceAll("](results/example/site/"));
  }

  private static void report(Path out) {
    StringWriter said = new StringWriter();
    int code =
        Magicbench.commandLine(surroundings())
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute("report", "--kept", "--alone", "--scale=" + SCALE, "--out=" + out);
    assertThat(code).as(said::toString).isZero();
  }

  private static Surroundings surroundings() {
    return new Surroundings(
        name -> name.equals("magicbench.root") ? Modules.root().toString() : null,
        name -> null,
        ExampleReportTest.class.getClassLoader(),
        List::of,
        List::of,
        InstantSource.system(),
        false);
  }

  private static SortedMap<String, String> contents(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> contents.put(folder.relativize(file).toString(), read(file)));
    }
    return contents;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
