package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.TeacherTokensExperiment;
import magicbench.harness.experiment.TeacherTrainingExperiment;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a teacher that is trained, over what it says of every batch, to a child model taught so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaughtPreTrainingTrialTest {

  private static final int SEED = 3;

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial teacher;
  private Trial tokens;
  private List<RunRecord> records;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    teacher =
        Trial.of(
            TeacherTrainingExperiment.KIND,
            "teacher",
            SEED,
            List.of(tokenise.id()),
            training("mha.ffn.mha", 150));
    tokens = tokens(teacher, 60);
    records = run(tokenise, teacher, tokens, alone(), taught(tokens));
  }

  private static ObjectNode common(String... fields) throws JsonProcessingException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    Stream.of(fields).forEach(field -> settings.set(field, probe.get(field)));
    return settings;
  }

  private static ObjectNode training(String child, int steps) throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text", "training");
    settings.put("architecture", child);
    settings.withObject("training").put("steps", steps);
    settings.putObject("scoring").put("batches", 2).putArray("trainedShares").add(1);
    return settings;
  }

  private static ObjectNode untrained() throws JsonProcessingException {
    ObjectNode settings = training("mha.ffn.mha", 2);
    settings.withObject("training").put("learningRate", 1e-9);
    return settings;
  }

  private Trial tokens(Trial asked, int steps) throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text");
    settings
        .put("batch", TinyProbe.settings(60, 0.01, 0.01).at("/training/batch").intValue())
        .put("steps", steps)
        .put("top", 4);
    return Trial.of(
        TeacherTokensExperiment.KIND,
        "teacher",
        SEED,
        List.of(tokenise.id(), asked.id()),
        settings);
  }

  private Trial alone() throws JsonProcessingException {
    return Trial.of(
        PreTrainingExperiment.KIND,
        "alone",
        SEED,
        List.of(tokenise.id()),
        training("ffn.sep3.ffn", 60));
  }

  private Trial taught(Trial by) throws JsonProcessingException {
    return Trial.of(
        PreTrainingExperiment.KIND,
        "taught",
        SEED,
        List.of(tokenise.id(), by.id()),
        training("ffn.sep3.ffn", 60).put("softShare", 0.5));
  }

  private static List<RunRecord> run(Trial... trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve("cache"), 1, false);
    return new InProcess().run(ScriptedPlan.of(trials), request, new Listening());
  }

  @Test
  void the_teachers_record_says_what_it_knew_and_what_it_cost() {
    RunRecord record = records.get(2);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.metrics().get("teacherLoss")).isBetween(0.1, 3.0);
    assertThat(record.metrics().get("keptProbability")).isBetween(0.2, 1.0);
    assertThat(record.metrics())
        .containsEntry("teachingSteps", 60.0)
        .containsKey("teachingSeconds");
  }

  @Test
  void the_taught_are_trained_on_the_same_batches_and_come_to_something_else() {
    RunRecord alone = records.get(3);
    RunRecord taught = records.get(4);
    assertThat(taught.outcome()).as(taught.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(taught.curves().get("trainingLoss").values().get(0))
        .isEqualTo(alone.curves().get("trainingLoss").values().get(0));
    assertThat(taught.metrics().get("meanScore"))
        .isNotEqualTo(alone.metrics().get("meanScore"))
        .isLessThan(4);
  }

  @Test
  void a_teacher_that_was_asked_about_too_few_batches_is_refused() throws IOException {
    Trial few = tokens(teacher, 59);

    assertThatThrownBy(() -> run(tokenise, teacher, few, taught(few)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("steps 59, where at least 60 is trained on");
  }

  @Test
  void a_teacher_that_knows_nothing_is_refused() throws IOException {
    Trial fresh =
        Trial.of(
            TeacherTrainingExperiment.KIND, "fresh", SEED, List.of(tokenise.id()), untrained());

    RunRecord record = run(tokenise, fresh, tokens(fresh, 5)).get(2);
    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("no better than what frequencies tell");
  }

  @Test
  void without_a_teacher_nothing_is_taught() throws IOException {
    Trial untaught =
        Trial.of(
            PreTrainingExperiment.KIND,
            "taught",
            SEED,
            List.of(tokenise.id()),
            taught(tokens).settings());

    RunRecord record = run(tokenise, untaught).get(1);
    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("no teacher left teacher-tokens.safetensors");
  }

  @Test
  void a_teacher_without_a_part_of_the_loss_is_refused() throws IOException {
    Trial untaught =
        Trial.of(
            PreTrainingExperiment.KIND,
            "taught",
            SEED,
            List.of(tokenise.id(), tokens.id()),
            training("ffn.sep3.ffn", 60));

    assertThatThrownBy(() -> run(tokenise, teacher, tokens, untaught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("set softShare above 0, or take the teacher out of its needs");
  }
}
