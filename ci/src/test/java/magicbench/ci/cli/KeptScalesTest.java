package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run at one scale was accepted; somebody runs a scale that extends it. */
final class KeptScalesTest {

  @TempDir private static Path before;
  @TempDir private Path root;
  private Bench bench;

  @BeforeAll
  static void acceptOneAndRunAnother() {
    Bench bench = at(before).runAll("run", "judge", "accept");
    for (String command : List.of("run", "judge")) {
      assertThat(bench.run(command + " --scale wide")).isZero();
    }
  }

  @BeforeEach
  void goOnFromThere() throws IOException {
    bench = at(root).copyOf(before);
  }

  private static Bench at(Path root) {
    return new Bench(root).withTruth().with(FakeLaboratory.whereCosinesFall());
  }

  @Test
  void a_report_shows_what_was_accepted_at_the_other_and_says_so() throws IOException {
    assertThat(bench.run("report --scale wide")).isZero();

    assertThat(index()).contains("tiny, run earlier", "Kept records, not of this run");
    assertThat(site().resolve("claims/tiny/toy.falls.html")).exists();
  }

  @Test
  void a_report_that_is_to_stand_alone_does_not() throws IOException {
    assertThat(bench.run("report --scale wide --alone")).isZero();

    assertThat(index()).doesNotContain("tiny").contains("wide");
  }

  @Test
  void a_kept_run_that_lacks_a_record_of_a_claim_is_not_shown() throws IOException {
    try (var files = Files.list(root.resolve("results/truth/tiny"))) {
      Files.delete(files.findFirst().orElseThrow());
    }
    assertThat(bench.run("report --scale wide")).isZero();

    assertThat(index()).doesNotContain("tiny, run earlier");
  }

  @Test
  void a_claim_that_nobody_accepted_is_not_shown_though_its_records_are_there() throws IOException {
    Files.delete(root.resolve("results/accepted/tiny-cpu.json"));

    assertThat(bench.run("report --scale wide")).isZero();

    assertThat(index()).doesNotContain("tiny, run earlier");
  }

  @Test
  void the_scale_whose_trials_took_longest_comes_first() throws IOException {
    assertThat(bench.run("report --scale wide")).isZero();

    assertThat(index()).containsSubsequence("At scale tiny, run earlier", "At scale wide:");
  }

  @Test
  void a_scale_that_asks_no_claim_keeps_records_without_a_verdict() throws IOException {
    Files.createDirectories(root.resolve("results/records/idle"));

    assertThat(bench.run("report --scale wide")).as(bench.err()).isZero();

    assertThat(index()).contains("tiny, run earlier").doesNotContain("idle");
  }

  @Test
  void accepting_what_extends_another_scale_leaves_the_truth_with_that_one() {
    assertThat(bench.run("accept --scale wide")).isZero();

    assertThat(root.resolve("results/records/wide")).isDirectory();
    assertThat(root.resolve("results/truth/wide")).doesNotExist();
  }

  @Test
  void what_was_accepted_can_be_reported_without_a_run() throws IOException {
    assertThat(bench.run("report --kept")).as(bench.err()).isZero();

    Path index = root.resolve("target/magicbench/kept/site/index.html");
    assertThat(Files.readString(index)).contains("tiny, run earlier", ", judged then.");
  }

  @Test
  void what_was_accepted_at_one_scale_can_be_reported_alone() throws IOException {
    assertThat(bench.run("accept --scale wide")).as(bench.err()).isZero();

    assertThat(bench.run("report --kept --alone --scale tiny")).as(bench.err()).isZero();

    Path index = root.resolve("target/magicbench/kept/site/index.html");
    assertThat(Files.readString(index)).contains("tiny, run earlier").doesNotContain("wide");
  }

  @Test
  void a_scale_at_which_nothing_was_accepted_can_t_be_reported_alone() {
    assertThat(bench.run("report --kept --alone --scale wide"))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("nothing was accepted at scale wide");
  }

  @Test
  void what_was_judged_then_is_judged_again_where_it_is_not_kept() throws IOException {
    Files.delete(root.resolve("results/accepted/verdicts/tiny-cpu.json"));

    assertThat(bench.run("report --scale wide")).isZero();

    assertThat(index()).contains(", judged anew.");
  }

  @Test
  void verdicts_of_other_records_are_not_believed() throws IOException {
    Path verdicts = root.resolve("results/accepted/verdicts/tiny-cpu.json");
    String text = Files.readString(verdicts);
    int hash = text.indexOf("\"records\" : {") + 60;
    Files.writeString(
        verdicts, text.substring(0, hash) + other(text.charAt(hash)) + text.substring(hash + 1));

    assertThat(bench.run("report --scale wide")).isZero();

    assertThat(index()).contains(", judged anew.");
  }

  private static char other(char digit) {
    return digit == '0' ? '1' : '0';
  }

  @Test
  void where_nothing_was_accepted_there_is_nothing_kept() throws IOException {
    Files.delete(root.resolve("results/accepted/tiny-cpu.json"));

    assertThat(bench.run("report --kept")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("nothing was accepted whose records are all there");
  }

  private Path site() {
    return root.resolve("target/magicbench/wide/site");
  }

  private String index() throws IOException {
    return Files.readString(site().resolve("index.html"));
  }
}
