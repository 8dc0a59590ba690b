package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.plan.PlanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCommandTest {

  @TempDir private Path root;

  @Test
  void the_table_counts_the_trials_of_each_kind() {
    Bench bench = new Bench(root);

    assertThat(bench.run("plan --scale tiny")).isZero();
    assertThat(bench.out())
        .containsPattern("toy-text +1 ")
        .containsPattern("toy-probe +8 ")
        .containsPattern("total +9 ");
  }

  @Test
  void a_rate_that_nobody_measured_is_called_assumed() {
    Bench bench = new Bench(root);

    bench.run("plan --scale tiny");

    assertThat(bench.out()).contains("assumed by the scale").contains("Workers: 2");
  }

  @Test
  void the_number_of_workers_can_be_asked_for() {
    Bench bench = new Bench(root);

    bench.run("plan --scale tiny --workers 5");

    assertThat(bench.out()).contains("Workers: 5");
  }

  @Test
  void a_claims_cost_is_that_of_its_trials_and_all_that_they_need() {
    Bench bench = new Bench(root);

    bench.run("plan --scale tiny");

    assertThat(bench.out())
        .containsPattern("CLAIM, ALONE +TRIALS +FLOPS +HOURS\\R")
        .containsPattern("toy\\.falls +9 +unknown +unknown\\R");
  }

  @Test
  void nothing_is_run_or_written() throws IOException {
    Bench bench =
        new Bench(root)
            .with(
                (plan, request, progress) -> {
                  throw new IllegalStateException("a plan runs nothing");
                });

    assertThat(bench.run("plan --scale tiny")).isZero();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void json_is_the_plan_itself() throws IOException {
    Bench bench = new Bench(root);

    bench.run("plan --scale tiny --format json");

    Path file = Files.writeString(root.resolve("plan.json"), bench.out());
    assertThat(PlanFile.read(file).trialsByClaim()).containsOnlyKeys("toy.falls", "toy.rises");
  }

  @Test
  void an_unknown_scale_is_bad_input_told_in_one_line() {
    Bench bench = new Bench(root);

    assertThat(bench.run("plan --scale huge")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("huge").contains("tiny");
  }

  @Test
  void an_unknown_suite_is_bad_input_told_in_one_line() {
    Bench bench = new Bench(root);

    assertThat(bench.run("plan --scale tiny --suite none")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("none").contains("toy");
  }
}
