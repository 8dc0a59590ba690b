package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at one scale: in the first cosines fall, in the second they rise. */
final class CompareCommandTest {

  @TempDir private static Path runs;
  @TempDir private Path root;
  private Bench bench;
  private Path falling;
  private Path rising;

  @BeforeAll
  static void runTwice() {
    Bench laboratory = new Bench(runs).with(FakeLaboratory.whereCosinesFall());
    run(laboratory, runs.resolve("falling"));
    run(laboratory.with(FakeLaboratory.whereCosinesRise()), runs.resolve("rising"));
  }

  private static void run(Bench laboratory, Path out) {
    assertThat(laboratory.run("run --recompute --scale tiny --out " + out))
        .as(laboratory.err())
        .isZero();
  }

  @BeforeEach
  void copyBoth() throws IOException {
    bench = new Bench(root).copyOf(runs);
    falling = root.resolve("falling");
    rising = root.resolve("rising");
  }

  private int compare(Path before, Path after) {
    return bench.run("compare %s %s".formatted(before, after));
  }

  private Path page() {
    return root.resolve("target/magicbench/compare/compare.html");
  }

  @Test
  void a_verdict_that_changed_is_told_and_ends_with_0() throws IOException {
    assertThat(compare(falling, rising)).as(bench.err()).isZero();

    assertThat(bench.out())
        .contains(
            "Of 2 claims 2 changed their verdicts, 2 effects moved beyond chance and 8 of 9 trials")
        .contains("REPRODUCED -> CONTRADICTED")
        .contains("paired")
        .contains("Page: " + page());
    assertThat(Files.readString(page()))
        .contains("What changed, and what it did")
        .contains("Why toy.falls changed its verdict");
  }

  @Test
  void a_run_is_the_same_as_itself() {
    assertThat(compare(falling, falling)).isZero();

    assertThat(bench.out().lines().findFirst().orElseThrow())
        .startsWith("Nothing that was measured differs; nor does anything that records tell");
  }

  @Test
  void a_folder_of_records_alone_tells_its_scale() {
    assertThat(compare(falling.resolve("records"), rising)).as(bench.err()).isZero();

    assertThat(bench.out()).contains("REPRODUCED -> CONTRADICTED");
  }

  @Test
  void another_place_may_be_named() {
    Path out = root.resolve("elsewhere");

    assertThat(bench.run("compare --out %s %s %s".formatted(out, falling, rising))).isZero();

    assertThat(out.resolve("compare.html")).exists();
    assertThat(out.resolve("differences.csv")).exists();
    assertThat(out.resolve("differences.json")).exists();
  }

  @Test
  void a_missing_folder_is_one_line_and_nothing_is_written() {
    assertRefused(root.resolve("nowhere"), "nowhere: no such folder");
  }

  @Test
  void a_folder_without_records_is_one_line() throws IOException {
    assertRefused(Files.createDirectory(root.resolve("empty")), "holds no record");
  }

  @Test
  void a_record_that_was_changed_is_one_line() throws IOException {
    try (var files = Files.list(rising.resolve("records"))) {
      Path file = files.sorted().findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace("\"seed\" : ", "\"seed\" : 1"));
    }
    assertRefused(rising, "delete the file and run the trial again");
  }

  @Test
  void a_file_that_is_no_record_is_one_line() throws IOException {
    Files.writeString(rising.resolve("records/note.json"), "{}");

    assertRefused(rising, "note.json");
  }

  @Test
  void another_scale_than_the_plan_s_is_one_line() {
    assertThat(bench.run("compare --scale wide %s %s".formatted(falling, rising)))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("is of scale tiny, not wide").hasLineCount(1);
  }

  @Test
  void one_folder_is_a_usage_fault() {
    assertThat(bench.run("compare " + falling)).isEqualTo(ExitCode.USAGE.code());
  }

  private void assertRefused(Path bad, String why) {
    assertThat(compare(falling, bad)).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains(why).hasLineCount(1);
    assertThat(page()).doesNotExist();
  }
}
