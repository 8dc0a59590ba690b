package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shell code, wherever it stands, can be parsed; and shellcheck, where it is there, is content. */
final class ShellCodeTest {

  private static final int FEWEST_SCRIPTS = 20;

  @TempDir private Path folder;

  static List<Recipes.Script> scripts() {
    return Recipes.scripts();
  }

  @Test
  void enough_shell_code_is_looked_at() {
    assertThat(scripts()).hasSizeGreaterThan(FEWEST_SCRIPTS);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void bash_can_parse_it(Recipes.Script script) throws Exception {
    assumeTrue(isThere("bash"), "no bash on this machine");

    assertThat(complaints(script.text(), "bash", "-n")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shellcheck_has_no_complaint(Recipes.Script script) throws Exception {
    assumeTrue(isThere("shellcheck"), "no shellcheck on this machine");

    assertThat(complaints(script.text(), "shellcheck", "-x", "--format=gcc")).isEmpty();
  }

  @Test
  void what_can_not_be_parsed_is_found() throws Exception {
    assumeTrue(isThere("bash"), "no bash on this machine");

    assertThat(complaints("if true; then\n", "bash", "-n")).contains("syntax error");
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(Path::of)
        .anyMatch(place -> Files.isExecutable(place.resolve(program)));
  }

  private String complaints(String text, String... command) throws Exception {
    Path file = Files.writeString(folder.resolve("code.sh"), text);
    List<String> words = new ArrayList<>(List.of(command));
    words.add(file.toString());
    Process process =
        new ProcessBuilder(words)
            .directory(Modules.root().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = read(process);
    int code = process.waitFor();
    return code == 0 ? said : said + "(exit code " + code + ")";
  }

  private static String read(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
