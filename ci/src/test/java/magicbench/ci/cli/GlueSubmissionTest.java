package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import magicbench.ci.submission.GlueSubmission;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TestAnswers;
import org.junit.jupiter.api.Test;

final class GlueSubmissionTest {

  private static final String KIND = "fine-tuning";

  private final List<RunRecord> records = new ArrayList<>();

  @Test
  void of_several_seeds_the_one_in_the_middle_of_the_development_scores_is_sent() {
    add("RTE", 1, 70, TestAnswers.TABLE);
    add("RTE", 2, 50, TestAnswers.TABLE);
    add("RTE", 3, 60, TestAnswers.TABLE);

    assertThat(chosenSeed("RTE")).isEqualTo(3);
  }

  @Test
  void of_an_even_number_the_lower_of_the_two_in_the_middle_is_sent() {
    add("RTE", 1, 70, TestAnswers.TABLE);
    add("RTE", 2, 50, TestAnswers.TABLE);

    assertThat(chosenSeed("RTE")).isEqualTo(2);
  }

  @Test
  void of_equal_development_scores_the_lower_seed_is_sent() {
    add("RTE", 2, 70, TestAnswers.TABLE);
    add("RTE", 1, 70, TestAnswers.TABLE);

    assertThat(chosenSeed("RTE")).isEqualTo(1);
  }

  @Test
  void mnli_sends_two_files_each_with_its_own_answers() {
    add("MNLI", 1, 70, TestAnswers.TABLE, TestAnswers.MISMATCHED_TABLE);

    assertThat(GlueSubmission.of(records).files())
        .containsOnlyKeys("MNLI-m.tsv", "MNLI-mm.tsv")
        .containsEntry("MNLI-m.tsv", "index\tprediction\n0\ttestAnswers\n")
        .containsEntry("MNLI-mm.tsv", "index\tprediction\n0\ttestAnswersMismatched\n");
  }

  @Test
  void half_of_mnli_is_sent_alone_and_the_other_half_told_to_be_missing() {
    add("MNLI", 1, 70, TestAnswers.MISMATCHED_TABLE);

    GlueSubmission submission = GlueSubmission.of(records);

    assertThat(submission.files()).containsOnlyKeys("MNLI-mm.tsv");
    assertThat(submission.missing())
        .hasSize(10)
        .contains("MNLI-m.tsv")
        .doesNotContain("MNLI-mm.tsv");
  }

  @Test
  void a_run_that_did_not_end_well_is_not_sent() {
    RunRecord failed = FakeLaboratory.diverged(trial("RTE", 1));
    records.add(with(failed, 99, TestAnswers.TABLE));

    assertThat(GlueSubmission.of(records).files()).isEmpty();
  }

  @Test
  void what_is_none_of_glues_tasks_is_not_sent() {
    Trial embedded =
        Trial.of("embedded-fine-tuning", "bert", 1, List.of(), settings("acceptability"));
    records.add(with(FakeLaboratory.completed(embedded), 50, TestAnswers.TABLE));

    assertThat(GlueSubmission.of(records).files()).isEmpty();
  }

  @Test
  void runs_that_differ_in_more_than_their_seed_are_refused() {
    add("RTE", 1, 70, TestAnswers.TABLE);
    Trial other = Trial.of(KIND, "bert", 2, List.of(), settings("RTE").put("epochs", 9));
    records.add(with(FakeLaboratory.completed(other), 70, TestAnswers.TABLE));

    assertRefused("they differ in settings");
  }

  @Test
  void answers_of_two_models_are_refused() {
    add("CoLA", 1, 70, TestAnswers.TABLE);
    Trial other = Trial.of(KIND, "found", 1, List.of(), settings("RTE"));
    records.add(with(FakeLaboratory.completed(other), 70, TestAnswers.TABLE));

    assertRefused("they differ in method");
  }

  @Test
  void a_run_without_a_development_score_is_refused() {
    RunRecord plain = FakeLaboratory.completed(trial("RTE", 1));
    SortedMap<String, Table> tables = new TreeMap<>(with(plain, 0, TestAnswers.TABLE).tables());
    records.add(FakeLaboratory.measuring(plain, new TreeMap<>(), tables));

    assertRefused("has no metric taskScore; fine-tune again");
  }

  private void assertRefused(String why) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> GlueSubmission.of(records))
        .withMessageContaining(why);
  }

  @Test
  void the_archive_tells_neither_when_nor_in_which_time_zone_it_was_made() throws IOException {
    add("RTE", 1, 70, TestAnswers.TABLE);

    byte[] archive = GlueSubmission.of(records).zip();

    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      ZipEntry entry = zip.getNextEntry();
      assertThat(entry.getTimeLocal()).isEqualTo("1980-02-01T00:00:00");
      assertThat(entry.getExtra()).isNull();
    }
  }

  private long chosenSeed(String task) {
    return GlueSubmission.of(records).chosen().get(task).trial().seed();
  }

  private void add(String task, long seed, double devScore, String... tables) {
    RunRecord plain = FakeLaboratory.completed(trial(task, seed));
    records.add(with(plain, devScore, tables));
  }

  private static Trial trial(String task, long seed) {
    return Trial.of(KIND, "bert", seed, List.of(), settings(task));
  }

  private static ObjectNode settings(String task) {
    return JsonNodeFactory.instance.objectNode().put("task", task);
  }

  private static RunRecord with(RunRecord record, double devScore, String... names) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("taskScore", devScore);
    SortedMap<String, Table> tables = new TreeMap<>();
    for (String name : names) {
      tables.put(name, TestAnswers.table(List.of(name)));
    }
    return FakeLaboratory.measuring(record, metrics, tables);
  }
}
