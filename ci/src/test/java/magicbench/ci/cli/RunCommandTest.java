package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {

  @TempDir private Path root;

  @Test
  void plan_and_records_are_written() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    assertThat(bench.run("run --scale tiny")).isZero();
    assertThat(bench.output().resolve("plan.json")).isRegularFile();
    assertThat(RecordFile.readAll(bench.output().resolve("records"))).hasSize(9);
  }

  @Test
  void it_says_what_was_reused() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    bench.run("run --scale tiny");

    assertThat(bench.out()).contains("1 reused, 8 made now");
  }

  @Test
  void options_reach_the_laboratory() {
    List<TrialRunner.Request> requests = new ArrayList<>();
    Bench bench =
        new Bench(root)
            .with(
                (plan, request, progress) -> {
                  requests.add(request);
                  return FakeLaboratory.whereCosinesFall().run(plan, request, progress);
                });

    bench.run("run --scale tiny --workers 3 --recompute --cache " + root.resolve("store"));

    assertThat(requests).containsExactly(new TrialRunner.Request(root.resolve("store"), 3, true));
  }

  @Test
  void progress_without_a_terminal_is_plain_lines() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall());

    bench.run("run --scale tiny");

    assertThat(bench.out()).contains("9 trials, 1 of them reused").doesNotContain("\r", "\u001b");
  }

  @Test
  void without_an_engine_the_exit_says_so_and_nothing_is_written() {
    Bench bench = new Bench(root);

    assertThat(bench.run("run --scale tiny")).isEqualTo(ExitCode.NO_ENGINE.code());
    assertThat(bench.err().lines()).singleElement().asString().contains("no engine");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void a_failed_trial_is_told_and_its_record_kept() {
    Bench bench = new Bench(root).with(FakeLaboratory.whereCosinesFall().ending(Outcome.FAILED));

    assertThat(bench.run("run --scale tiny")).isEqualTo(ExitCode.INTERNAL.code());
    assertThat(bench.err()).contains("failed: as the test wanted");
    assertThat(bench.output().resolve("records")).isNotEmptyDirectory();
  }

  @Test
  void bad_input_of_the_laboratory_is_one_line() {
    Bench bench =
        new Bench(root)
            .with(
                (plan, request, progress) -> {
                  throw new InputException("corpus.jar", "wrong checksum", "fetch it again");
                });

    assertThat(bench.run("run --scale tiny")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines())
        .containsExactly("magicbench: corpus.jar: wrong checksum; fetch it again");
  }

  @Test
  void an_internal_fault_is_one_line_that_names_the_stack_trace() throws IOException {
    Bench bench =
        new Bench(root)
            .with(
                (plan, request, progress) -> {
                  throw new IllegalStateException("two\nlines");
                });

    assertThat(bench.run("run --scale tiny")).isEqualTo(ExitCode.INTERNAL.code());

    assertThat(bench.err().lines()).singleElement().asString().contains("two lines");
    Path trace = Path.of(bench.err().strip().replaceFirst(".* report it with ", ""));
    assertThat(Files.readString(trace)).contains("IllegalStateException", "at magicbench");
    Files.delete(trace);
  }
}
