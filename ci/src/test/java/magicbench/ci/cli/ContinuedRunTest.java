package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run was broken off, and another machine goes on with the records that it left. */
final class ContinuedRunTest {

  @TempDir private Path root;
  private final List<Trial> run = new ArrayList<>();
  private Path left;
  private Bench bench;

  @BeforeEach
  void breakOffARun() throws IOException {
    bench = new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run");
    left = root.resolve("left");
    Files.move(bench.output().resolve("records"), left);
    bench.with(this::runAndNote);
  }

  private List<RunRecord> runAndNote(
      Plan plan, TrialRunner.Request request, TrialRunner.Progress progress) {
    run.addAll(plan.trials());
    return FakeLaboratory.whereCosinesFall().run(plan, request, progress);
  }

  private RunRecord probe(int index) {
    return RecordFile.readAll(left).stream()
        .filter(record -> record.trial().kind().equals("toy-probe"))
        .toList()
        .get(index);
  }

  private Path file(RunRecord record) {
    return left.resolve(record.trial().id() + ".json");
  }

  @Test
  void what_it_completed_is_not_run_again() throws IOException {
    RunRecord lost = probe(0);
    Files.delete(file(lost));

    assertThat(bench.run("run --scale tiny --continue " + left)).isZero();

    assertThat(run)
        .filteredOn(trial -> trial.kind().equals("toy-probe"))
        .containsOnly(lost.trial());
    assertThat(bench.out()).contains("records of an earlier run are taken from " + left);
  }

  @Test
  void what_others_read_is_made_again() {
    assertThat(bench.run("run --scale tiny --continue " + left)).isZero();

    assertThat(run).extracting(Trial::kind).containsOnly("toy-text");
  }

  @Test
  void its_records_stay_as_they_were() throws IOException {
    RunRecord kept = probe(0);

    bench.run("run --scale tiny --continue " + left);

    assertThat(bench.output().resolve("records").resolve(kept.trial().id() + ".json"))
        .hasSameBinaryContentAs(file(kept));
  }

  @Test
  void a_record_that_was_changed_is_one_line() throws IOException {
    Path file = file(probe(0));
    Files.writeString(file, Files.readString(file).replaceFirst("completed", "diverged"));

    assertThat(bench.run("run --scale tiny --continue " + left))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains(file + " /sha256: the content was changed");
  }

  @Test
  void without_the_option_everything_is_run() {
    assertThat(bench.run("run --scale tiny")).isZero();

    assertThat(run).hasSize(RecordFile.readAll(left).size());
  }
}
