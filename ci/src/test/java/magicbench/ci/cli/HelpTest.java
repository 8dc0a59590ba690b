package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctor",
        "plan",
        "run",
        "merge",
        "judge",
        "gate",
        "report",
        "compare",
        "accept",
        "fine-tune",
        "submission",
        "export",
        "data",
        "data fetch",
        "data truth",
        "allure-report",
        "generate-completion"
      })
  void every_command_shows_examples_and_exit_codes(String command) {
    Bench bench = new Bench(root);

    int code = bench.run(command + " --help");

    assertThat(code).isZero();
    assertThat(bench.out())
        .contains("Examples:")
        .contains("Exit codes:")
        .contains("magicbench " + command);
  }

  @Test
  void the_exit_codes_are_those_that_are_promised() {
    assertThat(ExitCode.listing()).containsOnlyKeys("0", "1", "2", "3", "4", "70");
  }

  @Test
  void the_version_names_the_commit() {
    Bench bench = new Bench(root);

    assertThat(bench.run("--version")).isZero();
    assertThat(bench.out()).contains("magicbench ").contains("commit ");
  }

  @Test
  void completion_knows_the_commands_and_their_options() {
    Bench bench = new Bench(root);

    assertThat(bench.run("generate-completion")).isZero();
    assertThat(bench.out()).contains("complete -F").contains("doctor").contains("--recompute");
  }

  @Test
  void no_command_is_a_usage_fault() {
    Bench bench = new Bench(root);

    assertThat(bench.run("")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("which sub-command?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "plan --bogus",
        "plan --format xml",
        "plan --workers 0",
        "run --scale"
      })
  void a_senseless_command_line_is_one_line_and_a_hint(String line) {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    int code = bench.run(line);

    assertThat(code).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err().lines()).hasSize(2).last().asString().startsWith("Try 'magicbench");
  }
}
