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

/** A child model that is trained with a teacher beside it, as trials. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideTeacherTrialTest {

  private static final int SEED = 3;

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial teacher;

  @BeforeAll
  void plan() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    teacher =
        Trial.of(
            TeacherTrainingExperiment.KIND,
            "teacher",
            SEED,
            List.of(tokenise.id()),
            training("mha.ffn.mha", 60));
  }

  private static ObjectNode training(String child, int steps) throws JsonProcessingException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    Stream.of("device", "space", "text", "training")
        .forEach(field -> settings.set(field, probe.get(field)));
    settings.put("architecture", child);
    settings.withObject("training").put("steps", steps);
    settings.putObject("scoring").put("batches", 2).putArray("trainedShares").add(1);
    return settings;
  }

  private static ObjectNode beside(String child, String teacher) throws JsonProcessingException {
    ObjectNode settings = training(child, 20);
    settings
        .putObject("teacher")
        .put("architecture", teacher)
        .put("hiddenWeight", 1)
        .put("attentionWeight", 1)
        .set("space", settings.get("space").deepCopy());
    return settings;
  }

  private Trial learner(ObjectNode settings, Trial... by) {
    List<String> needs = Stream.concat(Stream.of(tokenise), Stream.of(by)).map(Trial::id).toList();
    return Trial.of(PreTrainingExperiment.KIND, "taught", SEED, needs, settings);
  }

  private static List<RunRecord> run(Trial... trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve("cache"), 1, false);
    return new InProcess().run(ScriptedPlan.of(trials), request, new Listening());
  }

  @Test
  void is_trained_on_the_same_batches_comes_to_something_else_and_tells_what_it_cost()
      throws IOException {
    Trial alone = learner(training("ffn.mha.ffn", 20));
    Trial taught = learner(beside("ffn.mha.ffn", "mha.ffn.mha"), teacher);

    List<RunRecord> records = run(tokenise, teacher, alone, taught);
    RunRecord without = records.get(2);
    RunRecord with = records.get(3);
    assertThat(with.outcome()).as(with.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(with.curves().get("trainingLoss").values().get(0))
        .isEqualTo(without.curves().get("trainingLoss").values().get(0));
    assertThat(with.metrics().get("meanScore")).isNotEqualTo(without.metrics().get("meanScore"));
    assertThat(with.metrics()).containsEntry("teacherForwardPasses", 20.0);
    assertThat(without.metrics()).doesNotContainKey("teacherForwardPasses");
  }

  @Test
  void a_teacher_that_is_not_what_the_settings_say_is_refused() throws IOException {
    Trial taught = learner(beside("ffn.mha.ffn", "mha.mha.mha"), teacher);

    assertThatThrownBy(() -> run(tokenise, teacher, taught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is of another network than the settings' teacher");
  }

  @Test
  void a_child_model_without_attention_can_not_learn_where_to_look() throws IOException {
    Trial taught = learner(beside("ffn.sep3.ffn", "mha.ffn.mha"), teacher);

    assertThatThrownBy(() -> run(tokenise, teacher, taught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the child model ffn.sep3.ffn has no attention")
        .hasMessageContaining("let the search keep mha");
  }

  @Test
  void a_teacher_among_the_needs_that_is_not_heard_is_refused() throws IOException {
    Trial untaught = learner(training("ffn.mha.ffn", 20), teacher);

    assertThatThrownBy(() -> run(tokenise, teacher, untaught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("which left child.safetensors, and has no softShare");
  }

  @Test
  void without_its_weights_nothing_is_taught() throws IOException {
    RunRecord record = run(tokenise, learner(beside("ffn.mha.ffn", "mha.ffn.mha"))).get(1);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("no teacher left child.safetensors");
  }
}
