package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryCommandTest {

  private static final String GATE = "gate --scale tiny";

  @TempDir private static Path before;
  @TempDir private Path root;
  private Bench bench;

  @BeforeAll
  static void run_judge_and_remember_in_a_world_where_cosines_fall() {
    new Bench(before)
        .with(FakeLaboratory.whereCosinesFall())
        .runAll("run", "judge", "history --add");
  }

  @BeforeEach
  void go_on_from_there() throws IOException {
    bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).copyOf(before);
  }

  @Test
  void a_run_is_remembered_by_one_line_a_claim() throws IOException {
    assertThat(Files.readAllLines(root.resolve("results/history/tiny-cpu.jsonl")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"claim\":\"toy."));
  }

  @Test
  void a_run_is_remembered_once() {
    assertThat(bench.run("history --scale tiny --add")).isZero();
    assertThat(bench.out()).contains("0 lines added");
  }

  @Test
  void shows_what_earlier_runs_found() {
    assertThat(bench.run("history --scale tiny")).isZero();
    assertThat(bench.out()).containsPattern("toy\\.falls +\\S+ +\\S+ +\\d+ +REPRODUCED +-\\d");
  }

  @Test
  void says_so_where_nothing_is_remembered() {
    assertThat(bench.run("history --scale tiny --device gpu")).isZero();
    assertThat(bench.out()).contains("No run of this scale is remembered.");
  }

  @Test
  void what_looks_worse_is_told_and_not_yet_a_failure() {
    bench.with(FakeLaboratory.whereCosinesRise()).runAll("run", "judge");

    assertThat(bench.run(GATE)).isZero();
    assertThat(bench.out())
        .contains("worse: toy.falls: effect moved by")
        .contains("better: toy.rises: effect moved by")
        .contains("Only suspected: 'magicbench gate --rerun' repeats it with fresh seeds.");
  }

  @Test
  void what_a_repetition_shows_too_fails() {
    bench.with(FakeLaboratory.whereCosinesRise()).runAll("run", "judge");

    assertThat(bench.run(GATE + " --rerun")).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out())
        .contains("Looks worse: [toy.falls]; repeated with fresh seeds.")
        .contains("Gate: FAILED, regression: worse: toy.falls")
        .doesNotContain("regression: worse: toy.rises");
  }

  @Test
  void what_a_repetition_does_not_show_passes() {
    bench.with(FakeLaboratory.whereCosinesRise()).runAll("run", "judge");
    bench.with(FakeLaboratory.whereCosinesFall());

    assertThat(bench.run(GATE + " --rerun")).isZero();
  }

  @Test
  void an_unchanged_run_is_not_spoken_of() {
    assertThat(bench.run(GATE + " --rerun")).isZero();
    assertThat(bench.out()).doesNotContain("worse:").doesNotContain("Looks worse");
  }

  @Test
  void fresh_seeds_want_a_folder_of_their_own() {
    assertThat(bench.run("run --scale tiny --fresh-seeds 1")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("--fresh-seeds wants a folder of its own");
  }

  @Test
  void alarms_want_a_split() {
    assertThat(bench.run("alarms --splits 0")).isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("--splits is 0, but must be at least 1");
  }

  @Test
  void alarms_want_repetitions() {
    assertThat(bench.run("alarms --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("holds 1 repetitions, fewer than 24");
  }
}
