package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.data.ReadingTask;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.SquadQuestion.Span;
import magicbench.harness.data.SquadWriter;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.ReadingExperiment;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A pre-trained child model learns to find the letter behind a g, and that there may be none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadingTrialTest {

  private static final String CHILD = "mha.ffn.sep3";
  private static final String LETTERS = "theqdsmalon";

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial preTraining;
  private RunRecord always;
  private RunRecord sometimes;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    Files.createDirectories(folder.resolve("squad"));
    for (ReadingTask task : List.of(ReadingTask.SQUAD_1, ReadingTask.SQUAD_2)) {
      boolean some = task == ReadingTask.SQUAD_2;
      write(task.trainFile(), questions(800, some, 1));
      write(task.devFile(), questions(100, some, 2));
    }
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    preTraining = preTraining();
    always = run("cache", reading("SQuAD-1.1", 5));
    sometimes = run("cache", reading("SQuAD-2.0", 5));
  }

  private static void write(String file, List<SquadQuestion> questions) {
    SquadWriter.write(folder.resolve("squad").resolve(file), "letters", questions);
  }

  /** Four letters, one of them a g unless there is no answer; the answer is the one behind it. */
  private static List<SquadQuestion> questions(int count, boolean withoutAnswer, long seed) {
    UniformRandomProvider random = new Seeds(seed).random("questions");
    List<SquadQuestion> questions = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      boolean none = withoutAnswer && random.nextBoolean();
      int place = random.nextInt(3);
      StringBuilder text = new StringBuilder();
      for (int letter = 0; letter < 4; letter++) {
        boolean asked = letter == place && !none;
        text.append(asked ? 'g' : LETTERS.charAt(random.nextInt(LETTERS.length()))).append(' ');
      }
      Span answer = new Span(2 * place + 2, 2 * place + 3);
      questions.add(
          new SquadQuestion(
              "q" + number, "g", text.toString(), none ? List.of() : List.of(answer)));
    }
    return questions;
  }

  private static ObjectNode common(String... fields) throws IOException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    for (String field : fields) {
      settings.set(field, probe.get(field));
    }
    return settings.put("architecture", CHILD);
  }

  private Trial preTraining() throws IOException {
    ObjectNode settings = common("device", "space", "text", "training");
    settings.putObject("scoring").put("batches", 1).putArray("trainedShares").add(1.0);
    return Trial.of(PreTrainingExperiment.KIND, "found", 3, List.of(tokenise.id()), settings);
  }

  private Trial reading(String task, int epochs) throws IOException {
    ObjectNode settings = common("device", "space", "text");
    settings
        .put("squad", folder.resolve("squad").toString())
        .put("task", task)
        .put("stride", 4)
        .put("mostQuestionPieces", 1)
        .put("mostAnswerPieces", 2);
    settings
        .putObject("recipe")
        .put("epochs", epochs)
        .put("batch", 16)
        .put("learningRate", 0.02)
        .put("warmupShare", 0.1)
        .put("weightDecay", 0.01)
        .put("clipNorm", 1.0)
        .put("beta1", 0.9)
        .put("beta2", 0.98)
        .put("epsilon", 1e-6);
    return reading(settings);
  }

  private Trial reading(ObjectNode settings) {
    List<String> needs = List.of(tokenise.id(), preTraining.id());
    return Trial.of(ReadingExperiment.KIND, "found", 3, needs, settings);
  }

  private RunRecord run(String cache, Trial reading) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    return new InProcess()
        .run(ScriptedPlan.of(tokenise, preTraining, reading), request, new Listening())
        .get(2);
  }

  @Test
  void a_pre_trained_child_model_learns_to_find_answers() {
    assertThat(always.outcome()).as(always.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(always.metrics().get("exactMatch")).isGreaterThan(0.9);
    assertThat(always.metrics().get("f1"))
        .isGreaterThanOrEqualTo(always.metrics().get("exactMatch"));
    assertThat(always.metrics()).doesNotContainKey("noAnswerThreshold");
  }

  @Test
  void and_learns_that_there_may_be_none() {
    assertThat(sometimes.outcome()).as(sometimes.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(sometimes.metrics().get("exactMatch")).isGreaterThan(0.9);
    assertThat(sometimes.metrics().get("unanswerable.exactMatch")).isGreaterThan(0.8);
    assertThat(sometimes.metrics().get("answerable.exactMatch")).isGreaterThan(0.8);
    assertThat(sometimes.metrics()).containsKey("noAnswerThreshold");
  }

  @Test
  void what_chooses_the_threshold_is_not_trained_on() {
    double train = sometimes.metrics().get("trainingExamples");
    double selection = sometimes.metrics().get("selectionExamples");

    assertThat(train + selection).isEqualTo(800);
    assertThat(selection).isBetween(30.0, 60.0);
    assertThat(always.metrics()).containsEntry("selectionExamples", 0.0);
  }

  @Test
  void points_stand_beside_what_is_reached_without_reading() {
    assertThat(sometimes.metrics().get("taskScore"))
        .isCloseTo(100 * sometimes.metrics().get("f1"), within(1e-9));
    assertThat(sometimes.metrics().get("chanceScore")).isBetween(40.0, 60.0);
    assertThat(sometimes.metrics().get("f1WithoutReading"))
        .isCloseTo(sometimes.metrics().get("chanceScore") / 100, within(1e-9));
    assertThat(always.metrics().get("chanceScore")).as("one word of four").isBetween(30.0, 50.0);
  }

  @Test
  void leaves_an_answer_for_every_question_in_the_form_that_squads_script_reads()
      throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      List<Path> found = files.filter(file -> file.endsWith("predictions.json")).toList();
      assertThat(found).hasSize(2);
      for (Path file : found) {
        JsonNode predictions = Json.json().readTree(file.toFile());
        assertThat(predictions.size()).isEqualTo(100);
        assertThat(predictions.path("q0").isTextual()).isTrue();
      }
    }
  }

  @Test
  void the_same_trial_measures_the_same_again() throws IOException {
    RunRecord one = run("one", reading("SQuAD-2.0", 1));
    RunRecord other = run("other", reading("SQuAD-2.0", 1));

    assertThat(RecordComparison.sameMeasurements(one, other)).isEmpty();
    assertThat(one.metrics()).containsKeys("exactMatch", "f1", "chanceScore");
  }

  @Test
  void a_missing_file_is_one_line() throws IOException {
    Trial lost = reading("SQuAD-1.1", 1);
    ObjectNode settings = lost.settings().deepCopy();
    settings.put("squad", folder.resolve("nowhere").toString());

    assertThatThrownBy(() -> run("lost", reading(settings)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train-v1.1.json")
        .hasMessageContaining("is missing");
  }

  @Test
  void a_task_that_the_folder_can_not_hold_is_one_line() throws IOException {
    ObjectNode settings = reading("SQuAD-1.1", 1).settings().deepCopy();
    settings.put("task", "error-span");

    assertThatThrownBy(() -> run("wrong", reading(settings)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("task is error-span, none of [SQuAD-1.1, SQuAD-2.0]");
  }

  @Test
  void questions_on_a_single_text_leave_nothing_to_train_on() throws IOException {
    Files.createDirectories(folder.resolve("single"));
    List<SquadQuestion> one = List.of(new SquadQuestion("q", "g", "g t", List.of(new Span(2, 3))));
    SquadWriter.write(folder.resolve("single/train-v2.0.json"), "one", one);
    SquadWriter.write(folder.resolve("single/dev-v2.0.json"), "one", one);
    ObjectNode settings = reading("SQuAD-2.0", 1).settings().deepCopy();
    settings.put("squad", folder.resolve("single").toString());

    assertThatThrownBy(() -> run("single", reading(settings)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("task SQuAD-2.0: leave no question to train on");
  }
}
