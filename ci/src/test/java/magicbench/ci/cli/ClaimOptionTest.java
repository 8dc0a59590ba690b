package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import magicbench.results.plan.PlanFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimOptionTest {

  @TempDir private Path root;

  @Test
  void a_run_of_one_claim_plans_that_claim_alone() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    assertThat(bench.run("run --scale tiny --claim toy.rises")).isZero();

    assertThat(PlanFile.read(bench.output().resolve("plan.json")).trialsByClaim())
        .containsOnlyKeys("toy.rises");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--claim toy.rises,toy.falls", "--claim toy.falls --claim toy.rises --suite toy"})
  void several_claims_can_be_named_at_once_or_one_by_one(String claims) {
    Bench bench = new Bench(root);

    bench.run("plan --scale tiny " + claims);

    assertThat(bench.out()).contains("\ntoy.falls ").contains("\ntoy.rises ");
  }

  @Test
  void a_claim_that_is_not_asked_is_bad_input_told_in_one_line() {
    Bench bench = new Bench(root);

    assertThat(bench.run("plan --scale tiny --claim toy.stays"))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines())
        .singleElement()
        .asString()
        .contains("toy.stays", "tiny", "[toy.falls, toy.rises]");
  }

  @Test
  void a_run_of_one_claim_can_be_judged_and_gated() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    for (String command : new String[] {"run", "judge", "gate"}) {
      assertThat(bench.run(command + " --scale tiny --claim toy.falls")).as(command).isZero();
    }

    assertThat(bench.out()).contains("toy.falls").doesNotContain("toy.rises");
  }
}
