package magicbench.ci.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlurmFilesTest {

  @TempDir private Path root;
  private Path folder;
  private Shell shell;

  /** A folder as the nasty one, and an sbatch that tells its words and gives jobs numbers. */
  @BeforeEach
  void putScripts() {
    folder = root.resolve("it's $(touch broken) \"a\" `b` $HOME run");
    shell = new Shell(root.resolve("programs"));
    shell.program(
        "sbatch",
        """
        (IFS='|'; echo "$*") >> "$LOG"
        echo "$(wc -l < "$LOG");cluster"
        """);
    files(folder.toString()).forEach((name, text) -> Shell.script(folder.resolve(name), text));
  }

  private static SortedMap<String, String> files(String folder) {
    return SlurmFiles.of(Cluster.run(folder), Optional.of("big one's"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit.sh", "element.sh", "finish.sh"})
  void writes_the_golden_script(String name) throws Exception {
    Cluster.assertGolden(files(Cluster.NASTY).get(name), "slurm/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submit.sh", "element.sh", "finish.sh"})
  void shellcheck_has_no_complaint(String name) {
    Shell.require("shellcheck");

    assertThat(shell.run(List.of("shellcheck", folder.resolve(name).toString()))).isEmpty();
  }

  @Test
  void stages_are_submitted_each_after_those_that_it_needs() {
    Shell.require("bash");

    String said = shell.run(List.of("bash", folder.resolve("submit.sh").toString()));

    assertThat(said).startsWith("Submitted 3 stages and a last job: 4.");
    assertThat(shell.logged())
        .satisfiesExactly(
            text -> assertThat(text).doesNotContain("--dependency", "--gres", "--time"),
            net ->
                assertThat(net)
                    .contains("|--array=1-4%3|", "|--gres=gpu:1|", "|--dependency=afterok:1|")
                    .contains("|--time=2-02:30:00|"),
            probe -> assertThat(probe).contains("|--array=1-2%2|", "|--dependency=afterok:1:2|"),
            last ->
                assertThat(last)
                    .contains("|--dependency=afterok:1:2:3|")
                    .endsWith("|" + folder + "/finish.sh|" + folder));
  }

  @Test
  void a_path_or_name_cannot_break_out_of_the_script() {
    Shell.require("bash");

    shell.run(List.of("bash", folder.resolve("submit.sh").toString()));

    assertThat(shell.logged())
        .allSatisfy(
            words ->
                assertThat(words)
                    .contains("|--partition=big one's|")
                    .contains("|--chdir=" + folder + "|"));
    assertThat(shell.logged().get(1))
        .endsWith("|" + folder + "/element.sh|" + folder + "|01-net|4|1");
  }

  @Test
  void a_submission_that_fails_ends_the_script() {
    Shell.require("bash");
    shell.program("sbatch", "echo asked >> \"$LOG\"\nexit 1");

    assertThat(shell.run(List.of("bash", folder.resolve("submit.sh").toString())))
        .endsWith("(exit code 1)");
    assertThat(shell.logged()).hasSize(1);
  }

  @Test
  void an_element_runs_its_own_pack_with_the_words_that_made_the_plan() {
    Shell.require("bash");
    Shell.script(folder.resolve("bin/magicbench"), "#!/bin/bash\n(IFS='|'; echo \"$*\")\n");

    String said =
        shell.run(
            List.of(
                "bash",
                folder.resolve("element.sh").toString(),
                folder.toString(),
                "01-net",
                "4",
                "1"),
            "SLURM_ARRAY_TASK_ID=3");

    assertThat(said.strip())
        .isEqualTo(
            "run|--scale|tiny|--data|%1$s/text|--cache|%1$s/cache|--workers|1|--packs|%1$s/packs.json|--stage|01-net|--shard|3/4|--out|%1$s/elements/01-net-3"
                .formatted(folder));
  }

  @Test
  void a_path_with_a_line_end_is_refused() {
    assertThatThrownBy(() -> files("/shared/a\nb"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("control character");
  }
}
