package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run was accepted and committed; somebody has a fresh clone with an empty cache. */
final class CommittedTruthTest {

  private static final String RUN = "run --scale tiny";

  @TempDir private static Path before;
  @TempDir private Path root;
  private final List<String> kindsRun = new ArrayList<>();
  private Bench bench;

  @BeforeAll
  static void acceptARun() {
    at(before).runAll("run", "judge", "accept");
  }

  @BeforeEach
  void goOnFromThere() throws IOException {
    bench = at(root).copyOf(before).with(this::runAndNote);
  }

  private static Bench at(Path root) {
    return new Bench(root).withTruth().with(FakeLaboratory.whereCosinesFall());
  }

  @Test
  void accepting_keeps_the_truth_apart() {
    assertThat(RecordFile.readAll(truth()))
        .hasSize(2)
        .allMatch(record -> record.trial().kind().equals("toy-truth"));
    assertThat(RecordFile.readAll(root.resolve("results/records/tiny"))).hasSize(9);
  }

  @Test
  void a_run_takes_the_truth_and_makes_the_rest() {
    assertThat(bench.run(RUN)).isZero();

    assertThat(kindsRun).contains("toy-text", "toy-probe").doesNotContain("toy-truth");
    assertThat(bench.out().lines().filter(line -> line.contains("2 records of truth are taken")))
        .singleElement()
        .asString()
        .contains(truth().toString(), "--truth recompute");
  }

  @Test
  void what_is_taken_is_copied_unchanged() throws IOException {
    bench.run(RUN);

    for (RunRecord record : RecordFile.readAll(truth())) {
      String name = record.trial().id() + ".json";
      assertThat(bench.output().resolve("records").resolve(name))
          .hasSameBinaryContentAs(truth().resolve(name));
    }
  }

  @Test
  void nothing_else_that_is_committed_is_taken() throws IOException {
    Path records = root.resolve("results/records/tiny");
    for (RunRecord record : RecordFile.readAll(records)) {
      String name = record.trial().id() + ".json";
      Files.copy(records.resolve(name), truth().resolve(name));
    }

    bench.run(RUN);

    assertThat(kindsRun).hasSize(9).contains("toy-text", "toy-probe").doesNotContain("toy-truth");
  }

  @Test
  void whoever_asks_for_it_trains_the_truth_too() {
    assertThat(bench.run(RUN + " --truth recompute")).isZero();

    assertThat(kindsRun).hasSize(11).contains("toy-truth");
    assertThat(bench.out()).doesNotContain("taken from");
  }

  @Test
  void a_damaged_record_of_truth_is_one_line_and_nothing_is_run() throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(truth())) {
      file = files.findFirst().orElseThrow();
    }
    Files.writeString(file, Files.readString(file).substring(10));

    assertThat(bench.run(RUN)).isEqualTo(ExitCode.BAD_INPUT.code());

    assertThat(bench.err().lines()).singleElement().asString().contains(file.toString());
    assertThat(kindsRun).isEmpty();
  }

  @Test
  void what_is_committed_can_be_judged_again() {
    String records = root.resolve("results/records/tiny").toString();

    bench.run("judge --scale tiny --records " + records + " --out " + root.resolve("again"));

    assertThat(bench.out()).contains("toy.falls").doesNotContain("without a record");
  }

  private Path truth() {
    return root.resolve("results/truth/tiny");
  }

  private List<RunRecord> runAndNote(
      Plan plan, TrialRunner.Request request, TrialRunner.Progress progress) {
    plan.trials().stream().map(Trial::kind).forEach(kindsRun::add);
    return FakeLaboratory.whereCosinesFall().run(plan, request, progress);
  }
}
