package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FineTuneCommandTest {

  @TempDir private Path root;
  private final List<Trial> run = new ArrayList<>();
  private Bench bench;

  @BeforeEach
  void openTheLaboratory() {
    bench =
        new Bench(root)
            .with(
                (plan, request, progress) -> {
                  run.addAll(plan.trials());
                  return FakeLaboratory.whereCosinesFall().run(plan, request, progress).stream()
                      .map(FineTuneCommandTest::scored)
                      .toList();
                });
  }

  /** As many hundredths right as the seed says, and 90 more. */
  private static RunRecord scored(RunRecord record) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("accuracy", 0.9 + record.trial().seed() / 100.0);
    return FakeLaboratory.measuring(record, metrics, record.tables());
  }

  @Test
  void every_data_set_of_the_scale_is_fine_tuned_on_after_its_pre_training() {
    assertThat(bench.run("fine-tune --scale tiny --glue /data/glue")).isZero();

    assertThat(run)
        .extracting(trial -> trial.kind() + " " + trial.seed() + trial.settings().path("task"))
        .containsExactly(
            "toy-text 0",
            "pre-training 1",
            "fine-tuning 1\"CoLA\"",
            "fine-tuning 1\"RTE\"",
            "pre-training 2",
            "fine-tuning 2\"CoLA\"",
            "fine-tuning 2\"RTE\"");
    assertThat(run.get(2).settings().path("glue").asText()).isEqualTo("/data/glue");
  }

  @Test
  void scores_are_told_by_data_set_and_records_are_written() {
    bench.run("fine-tune --scale tiny --glue /data/glue --task RTE");

    assertThat(bench.out())
        .containsPattern("RTE +2 +accuracy +0\\.915 +0\\.910 +0\\.920")
        .contains("GLUE's tasks, development parts, scale tiny; never a paper's result")
        .doesNotContain("CoLA");
    assertThat(RecordFile.readAll(root.resolve("target/magicbench/tiny/fine-tuning"))).hasSize(5);
  }

  @Test
  void without_a_folder_the_builds_own_tasks_are_taken_and_told_apart() {
    assertThat(bench.run("fine-tune --scale tiny")).isZero();

    assertThat(run)
        .extracting(trial -> trial.kind() + " " + trial.settings().path("task"))
        .contains("embedded-fine-tuning \"acceptability\"")
        .noneMatch(trial -> trial.startsWith("fine-tuning"));
    assertThat(bench.out()).contains("The build's own tasks, none of GLUE's");
  }

  @Test
  void questions_on_texts_are_taken_where_they_are_asked_for() {
    assertThat(bench.run("fine-tune --scale tiny --reading")).isZero();

    assertThat(run)
        .extracting(trial -> trial.kind() + " " + trial.settings().path("task"))
        .contains("embedded-reading \"error-span\"");
    assertThat(bench.out()).contains("The build's own questions, none of SQuAD's");
  }

  @Test
  void squads_files_are_read_from_the_folder_that_is_named() {
    assertThat(bench.run("fine-tune --scale tiny --squad /data/squad")).isZero();

    assertThat(run)
        .filteredOn(trial -> trial.kind().equals("reading"))
        .isNotEmpty()
        .allMatch(trial -> trial.settings().path("squad").asText().equals("/data/squad"));
    assertThat(bench.out()).contains("SQuAD's questions, development parts");
  }

  @Test
  void two_things_to_learn_at_once_make_no_sense() {
    assertThat(bench.run("fine-tune --scale tiny --glue /data/glue --reading"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(bench.err()).contains("Give one of --glue, --squad and --reading");
  }

  @Test
  void a_data_set_that_the_scale_doesn_t_have_is_one_line() {
    assertThat(bench.run("fine-tune --scale tiny --glue /data/glue --task WNLI"))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines())
        .singleElement()
        .asString()
        .contains("fine-tunes on no WNLI; use some of [CoLA, RTE]");
  }
}
