package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.experiment.FineTuningExperiment;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.TeacherTokensExperiment;
import magicbench.harness.experiment.TeacherTrainingExperiment;
import magicbench.harness.experiment.TeacherTuningExperiment;
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
    assertThat(with.metrics())
        .containsEntry("teacherForwardPasses", 20.0)
        .containsKey("teacherLoss");
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
        .hasMessageContaining("take one that has");
  }

  @Test
  void a_teacher_among_the_needs_that_is_not_heard_is_refused() throws IOException {
    Trial untaught = learner(training("ffn.mha.ffn", 20), teacher);

    assertThatThrownBy(() -> run(tokenise, teacher, untaught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("which left child.safetensors, and names no teacher");
  }

  @Test
  void a_teacher_of_masked_words_is_asked_what_it_knows_and_refused_where_it_is_nothing()
      throws IOException {
    ObjectNode settings = beside("ffn.mha.ffn", "mha.ffn.mha").put("softShare", 0.5);
    ObjectNode hardlyTrained = training("mha.ffn.mha", 2);
    hardlyTrained.withObject("training").put("learningRate", 1e-9);
    Trial fresh =
        Trial.of(
            TeacherTrainingExperiment.KIND, "fresh", SEED, List.of(tokenise.id()), hardlyTrained);

    List<RunRecord> records =
        run(tokenise, teacher, learner(settings, teacher), fresh, learner(settings, fresh));
    assertThat(records.get(2).metrics().get("teacherLoss")).isBetween(0.1, 4.0);
    assertThat(records.get(4).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(records.get(4).note()).contains("no better than what frequencies tell");
  }

  @Test
  void a_teacher_of_another_corpus_is_refused() throws IOException {
    Trial other = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("other text")));
    Trial strange =
        Trial.of(
            TeacherTrainingExperiment.KIND,
            "teacher",
            SEED,
            List.of(other.id()),
            training("mha.ffn.mha", 20));
    Files.writeString(folder.resolve("other text/more.txt"), "One more sentence stands here.\n");
    Trial taught = learner(beside("ffn.mha.ffn", "mha.ffn.mha"), strange);

    assertThatThrownBy(() -> run(tokenise, other, strange, taught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("names another corpus than that of pre-training");
  }

  @Test
  void one_that_told_beforehand_is_refused_beside_it() throws IOException {
    ObjectNode settings = beside("ffn.mha.ffn", "mha.ffn.mha").put("softShare", 0.5);
    ObjectNode asked = training("mha.ffn.mha", 20);
    asked.remove(List.of("training", "scoring", "architecture"));
    Trial tokens =
        Trial.of(
            TeacherTokensExperiment.KIND,
            "teacher",
            SEED,
            List.of(tokenise.id(), teacher.id()),
            asked
                .put("batch", 4)
                .put("steps", 20)
                .put("top", 2)
                .put("architecture", "mha.ffn.mha"));

    assertThatThrownBy(() -> run(tokenise, teacher, tokens, learner(settings, teacher, tokens)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs a teacher that runs beside and one that left");
  }

  @Test
  void a_teacher_that_is_not_heard_is_refused_where_tokens_are_replaced_too() throws IOException {
    ObjectNode settings = training("ffn.mha.ffn", 20);
    ObjectNode own =
        settings.putObject("objective").put("name", "replaced-tokens").putObject("settings");
    own.put("discriminatorWeight", 50).put("generatorWeight", 1);
    own.putObject("generator")
        .put("architecture", "mha.ffn.mha")
        .set("space", settings.get("space").deepCopy());
    Trial untaught = learner(settings, teacher);

    assertThatThrownBy(() -> run(tokenise, teacher, untaught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("and names no teacher");
  }

  @Test
  void a_share_of_stored_tokens_does_not_make_a_network_heard() throws IOException {
    Trial untaught = learner(training("ffn.mha.ffn", 20).put("softShare", 0.5), teacher);

    assertThatThrownBy(() -> run(tokenise, teacher, untaught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("and names no teacher");
  }

  @Test
  void without_its_weights_nothing_is_taught() throws IOException {
    RunRecord record = run(tokenise, learner(beside("ffn.mha.ffn", "mha.ffn.mha"))).get(1);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("no teacher left child.safetensors");
  }

  private static void writeReviews(String name, int count) throws IOException {
    StringBuilder text = new StringBuilder("sentence\tlabel\n");
    for (int i = 0; i < count; i++) {
      text.append(
          "the %s house\t%d\n".formatted(i % 3 == 0 ? "green" : "warm", i % 3 == 0 ? 1 : 0));
    }
    Path data = Files.createDirectories(folder.resolve("glue/SST-2"));
    Files.writeString(data.resolve(name), text);
  }

  private static ObjectNode tuning() throws IOException {
    writeReviews("train.tsv", 120);
    writeReviews("dev.tsv", 30);
    ObjectNode settings = training("mha.ffn.mha", 20);
    settings.remove(List.of("training", "scoring"));
    return settings
        .put("glue", folder.resolve("glue").toString())
        .put("task", "SST-2")
        .put("epochs", 1)
        .put("batch", 16)
        .put("learningRate", 0.01)
        .put("warmupShare", 0.1)
        .put("weightDecay", 0.01)
        .put("clipNorm", 1.0)
        .put("beta1", 0.9)
        .put("beta2", 0.98)
        .put("epsilon", 1e-6);
  }

  private Trial tuned(String kind, ObjectNode settings, Trial... needs) {
    List<String> ids = Stream.of(needs).map(Trial::id).toList();
    return Trial.of(
        kind,
        kind.equals(TeacherTuningExperiment.KIND) ? "teacher" : "taught",
        SEED,
        ids,
        settings);
  }

  private static ObjectNode besideTuned() throws IOException {
    ObjectNode settings = tuning();
    settings
        .putObject("teacher")
        .put("architecture", "mha.ffn.mha")
        .put("hiddenWeight", 1)
        .put("attentionWeight", 1)
        .set("space", settings.get("space").deepCopy());
    return settings;
  }

  @Test
  void a_fine_tuned_teacher_runs_beside_a_fine_tuning() throws IOException {
    Trial before = learner(training("mha.ffn.mha", 20));
    Trial asked =
        tuned(TeacherTuningExperiment.KIND, tuning().put("leavesModel", true), tokenise, before);
    Trial alone = tuned(FineTuningExperiment.KIND, tuning(), tokenise, before);
    Trial taught = tuned(FineTuningExperiment.KIND, besideTuned(), tokenise, before, asked);

    List<RunRecord> records = run(tokenise, before, asked, alone, taught);
    RunRecord without = records.get(3);
    RunRecord with = records.get(4);
    assertThat(with.outcome()).as(with.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(with.curves().get("trainingLoss").values().get(0))
        .isEqualTo(without.curves().get("trainingLoss").values().get(0));
    assertThat(with.curves().get("trainingLoss"))
        .isNotEqualTo(without.curves().get("trainingLoss"));
    assertThat(with.metrics())
        .containsEntry("teacherForwardPasses", with.metrics().get("trainingSteps"))
        .containsEntry("teacherScore", records.get(2).metrics().get("taskScore"));
  }

  @Test
  void a_teacher_that_left_answers_only_can_not_run_beside() throws IOException {
    Trial before = learner(training("mha.ffn.mha", 20));
    Trial asked = tuned(TeacherTuningExperiment.KIND, tuning(), tokenise, before);
    Trial taught = tuned(FineTuningExperiment.KIND, besideTuned(), tokenise, before, asked);

    assertThatThrownBy(() -> run(tokenise, before, asked, taught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the teacher left no model");
  }

  @Test
  void only_a_teacher_leaves_itself_to_run_beside_others() throws IOException {
    Trial before = learner(training("mha.ffn.mha", 20));
    Trial tuned =
        tuned(FineTuningExperiment.KIND, tuning().put("leavesModel", true), tokenise, before);

    assertThatThrownBy(() -> run(tokenise, before, tuned))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("set it in teacher-tuning alone");
  }
}
