package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GateCommandTest {

  private static final String GATE = "gate --scale tiny";

  @TempDir private static Path before;
  @TempDir private Path root;
  private Bench bench;

  @BeforeAll
  static void run_and_judge_in_a_world_where_cosines_fall() {
    new Bench(before).with(FakeLaboratory.whereCosinesFall()).runAll("run", "judge");
  }

  @BeforeEach
  void go_on_from_there() throws IOException {
    bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).copyOf(before);
  }

  @Test
  void without_accepted_verdicts_it_passes_with_a_notice() {
    assertThat(bench.run(GATE)).isZero();
    assertThat(bench.out())
        .contains("No accepted verdicts for scale tiny on cpu: nothing to compare with.")
        .contains("Gate: passed");
  }

  @Test
  void a_run_without_a_report_fails_where_one_is_wanted() {
    assertThat(bench.run(GATE + " --report")).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("Gate: FAILED, no report:", "is missing");
  }

  @Test
  void a_report_of_these_verdicts_is_enough() {
    bench.runAll("report");

    assertThat(bench.run(GATE + " --report")).isZero();
  }

  @Test
  void a_report_of_earlier_verdicts_is_none() throws IOException {
    bench.runAll("report");
    Path index = bench.output().resolve("site/index.html");
    Files.setLastModifiedTime(index, FileTime.fromMillis(0));

    assertThat(bench.run(GATE + " --report")).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("is older than " + bench.output().resolve("verdicts.json"));
  }

  @Test
  void unchanged_verdicts_pass() {
    bench.runAll("accept");

    assertThat(bench.run(GATE)).isZero();
    assertThat(bench.out()).containsPattern("toy\\.falls +REPRODUCED +REPRODUCED +same");
  }

  @Test
  void a_verdict_that_got_worse_fails() {
    bench.runAll("accept").with(FakeLaboratory.whereCosinesRise()).runAll("run", "judge");

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out())
        .containsPattern("toy\\.falls +CONTRADICTED +REPRODUCED +worse")
        .containsPattern("toy\\.rises +REPRODUCED +CONTRADICTED +better")
        .contains("Gate: FAILED, worse: toy.falls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--strict", "--fail-on strict", "--fail-on=strict"})
  void a_contradicted_claim_fails_a_strict_gate_only(String strict) {
    assertThat(bench.run(GATE + " --fail-on worse")).isZero();
    assertThat(bench.run(GATE + " " + strict)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("contradicted, and the gate is strict: toy.rises");
  }

  @Test
  void a_failed_control_fails_and_is_named_with_its_claim() {
    bench
        .with(FakeLaboratory.whereCosinesFall().whereAChildDiffersFromItself())
        .runAll("run", "judge");

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out())
        .contains(
            "Gate: FAILED, control failed: toy.falls, same-child-twice: found 0.500"
                + " (0.500 to 0.500), must find every cosine at least 0.9999");
  }

  @Test
  void a_forged_verdict_fails_and_the_records_are_believed() throws IOException {
    bench.forge("CONTRADICTED", "REPRODUCED");

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out())
        .containsPattern("toy\\.rises +CONTRADICTED")
        .contains("toy.rises is filed as REPRODUCED, but is CONTRADICTED");
  }

  @Test
  void a_forged_effect_fails_too() throws IOException {
    bench.forge("\"adjustedPValue\" : [0-9.eE-]+", "\"adjustedPValue\" : 0.125");

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("toy.falls is filed as REPRODUCED with other details");
  }

  @Test
  void a_verdict_that_was_left_out_fails() throws IOException {
    bench.leaveOutLastVerdict();

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("planned, but not judged: toy.rises");
  }

  @Test
  void verdicts_of_records_that_were_run_anew_fail() {
    bench.with(FakeLaboratory.whereCosinesRise()).runAll("run");

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("verdict is not what the records say: toy.falls");
  }

  @Test
  void a_claim_of_the_suite_that_the_plan_lacks_fails() {
    bench.leaveOutOfPlan("toy.rises");

    assertThat(bench.run(GATE + " --suite toy")).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("asked for, but not in the plan: toy.rises; run again");
  }

  @Test
  void a_suite_that_does_not_exist_is_bad_input() {
    assertThat(bench.run(GATE + " --suite toys")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("toys", "toy");
  }

  @Test
  void a_missing_record_fails() throws IOException {
    try (var files = Files.list(bench.output().resolve("records"))) {
      Files.delete(files.sorted().findFirst().orElseThrow());
    }

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("record missing: toy-");
  }

  @Test
  void an_invalid_record_fails() throws IOException {
    StagesTest.cutOneRecord(bench);

    assertThat(bench.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("record invalid: ");
  }

  @Test
  void a_run_that_left_nothing_fails_and_names_every_gap() {
    Bench empty = new Bench(root.resolve("empty"));

    assertThat(empty.run(GATE)).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(empty.out()).contains("plan.json: no such file", "verdicts.json: no such file");
  }

  @Test
  void no_test_report_fails_where_reports_are_asked_for() {
    int code = bench.run(GATE + " --tests " + root.resolve("failsafe-reports"));

    assertThat(code).isEqualTo(ExitCode.GATE_FAILED.code());
    assertThat(bench.out()).contains("no test report was written");
  }

  @Test
  void accepted_verdicts_that_are_broken_are_bad_input() throws IOException {
    Path broken = Files.writeString(root.resolve("accepted.json"), "{");

    int code = bench.run(GATE + " --accepted " + broken);

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("accepted.json");
  }

  @Test
  void the_last_line_is_where_the_report_lies() {
    bench.runAll("report");

    bench.run(GATE);

    assertThat(bench.out().lines())
        .last()
        .isEqualTo("Report: " + bench.output().resolve("site/index.html"));
  }
}
