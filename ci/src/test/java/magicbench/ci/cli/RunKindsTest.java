package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunKindsTest {

  @TempDir private Path root;
  private final NavigableSet<String> kindsRun = new TreeSet<>();
  private Bench bench;

  @BeforeEach
  void openTheLaboratory() {
    bench =
        new Bench(root)
            .withTruth()
            .with(
                (plan, request, progress) -> {
                  plan.trials().stream().map(Trial::kind).forEach(kindsRun::add);
                  return FakeLaboratory.whereCosinesFall().run(plan, request, progress);
                });
  }

  @Test
  void one_kind_is_run_with_what_it_needs() {
    assertThat(bench.run("run --scale tiny --kind toy-truth")).isZero();

    assertThat(kindsRun).containsExactly("toy-text", "toy-truth");
    assertThat(RecordFile.readAll(bench.output().resolve("records"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--kind toy-truth,toy-probe", "--kind toy-truth --kind toy-probe"})
  void several_kinds_can_be_named_at_once_or_one_by_one(String kinds) {
    bench.run("run --scale tiny " + kinds);

    assertThat(kindsRun).containsExactly("toy-probe", "toy-text", "toy-truth");
  }

  @Test
  void the_plan_stays_whole_and_the_next_step_is_the_rest() {
    bench.run("run --scale tiny --kind toy-truth");

    assertThat(PlanFile.read(bench.output().resolve("plan.json")).trials()).hasSize(11);
    assertThat(bench.out()).contains("Next: the other kinds: magicbench run --scale tiny");
  }

  @Test
  void an_unknown_kind_is_one_line_and_nothing_is_run() {
    assertThat(bench.run("run --scale tiny --kind toy")).isEqualTo(ExitCode.BAD_INPUT.code());

    assertThat(bench.err().lines())
        .singleElement()
        .asString()
        .contains("no trial of kind toy", "[toy-probe, toy-text, toy-truth]");
    assertThat(root).isEmptyDirectory();
  }
}
