package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.verdict.VerdictFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judge and report, on records of a world whose truth is known. */
final class StagesTest {

  @TempDir private Path root;

  @Test
  void the_judge_prints_and_writes_a_verdict_for_each_claim() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run");

    assertThat(bench.run("judge --scale tiny")).isZero();

    assertThat(bench.out())
        .containsPattern("toy\\.falls +tiny cpu +REPRODUCED")
        .containsPattern("toy\\.rises +tiny cpu +CONTRADICTED");
    assertThat(VerdictFile.read(bench.output().resolve("verdicts.json")).judgements()).hasSize(2);
  }

  @Test
  void records_elsewhere_are_judged_without_an_engine_and_without_a_plan_file() {
    new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run");
    Path records = root.resolve("target/magicbench/tiny/records");
    Bench without = new Bench(root.resolve("elsewhere"));

    assertThat(without.run("judge --scale tiny --records " + records)).isZero();
    assertThat(without.out()).contains("REPRODUCED");
  }

  @Test
  void no_records_are_bad_input_told_in_one_line() {
    Bench bench = new Bench(root);

    assertThat(bench.run("judge --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("magicbench run");
  }

  @Test
  void a_cut_record_is_bad_input_told_in_one_line() throws IOException {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run");
    cutOneRecord(bench);

    assertThat(bench.run("judge --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains(".json");
  }

  @Test
  void the_report_names_its_index() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run", "judge");

    assertThat(bench.run("report --scale tiny")).isZero();

    Path index = bench.output().resolve("site/index.html");
    assertThat(index).isRegularFile();
    assertThat(bench.out().lines()).last().isEqualTo("Report: " + index);
  }

  @Test
  void a_report_without_verdicts_says_what_to_do() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run");

    assertThat(bench.run("report --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("magicbench judge");
  }

  @Test
  void a_forged_verdict_is_not_reported() throws IOException {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run", "judge");
    bench.forge("CONTRADICTED", "REPRODUCED");

    assertThat(bench.run("report --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines())
        .singleElement()
        .asString()
        .contains("verdicts.json", "toy.rises is filed as REPRODUCED, but is CONTRADICTED");
    assertThat(bench.output().resolve("site")).doesNotExist();
  }

  static void cutOneRecord(Bench bench) throws IOException {
    try (var files = Files.list(bench.output().resolve("records"))) {
      Path first = files.sorted().findFirst().orElseThrow();
      String text = Files.readString(first);
      Files.writeString(first, text.substring(0, text.length() / 2));
    }
  }
}
