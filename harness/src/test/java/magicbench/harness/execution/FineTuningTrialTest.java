package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.harness.experiment.FineTuningExperiment;
import magicbench.harness.experiment.IntermediateFineTuningExperiment;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.TeacherTuningExperiment;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TestAnswers;
import magicbench.results.record.TrialRunner;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From text to a pre-trained child model to one that was fine-tuned, with a record of each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FineTuningTrialTest {

  private static final String CHILD = "mha.ffn.sep3";
  private static final List<String> GOOD = List.of("red", "small", "old", "green");
  private static final List<String> BAD = List.of("long", "warm", "quiet", "open");

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial preTraining;
  private List<RunRecord> records;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    writeReviews("train.tsv", 400, 1);
    writeReviews("dev.tsv", 100, 2);
    Files.writeString(
        folder.resolve("glue/SST-2/test.tsv"),
        "index\tsentence\n0\tthe green house\n1\tthe quiet house\n2\tthe old house\n");
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    preTraining = preTraining();
    records = run("cache", fineTuning(3));
  }

  /** What is good is old and green; what is bad is long and open. */
  private static void writeReviews(String name, int count, long seed) throws IOException {
    UniformRandomProvider random = new Seeds(seed).random("reviews");
    StringBuilder text = new StringBuilder("sentence\tlabel\n");
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(2);
      List<String> words = label == 1 ? GOOD : BAD;
      text.append("the %s house\t%d\n".formatted(words.get(random.nextInt(4)), label));
    }
    Path data = Files.createDirectories(folder.resolve("glue/SST-2"));
    Files.writeString(data.resolve(name), text);
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

  private Trial fineTuning(int epochs) throws IOException {
    ObjectNode settings = common("device", "space", "text");
    settings
        .put("glue", folder.resolve("glue").toString())
        .put("task", "SST-2")
        .put("epochs", epochs)
        .put("batch", 16)
        .put("learningRate", 0.01)
        .put("warmupShare", 0.1)
        .put("weightDecay", 0.01)
        .put("clipNorm", 1.0)
        .put("beta1", 0.9)
        .put("beta2", 0.98)
        .put("epsilon", 1e-6);
    return fineTuning(settings);
  }

  private Trial fineTuning(ObjectNode settings) {
    return Trial.of(
        FineTuningExperiment.KIND, "found", 3, List.of(tokenise.id(), preTraining.id()), settings);
  }

  private List<RunRecord> run(String cache, Trial fineTuning) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    return new InProcess()
        .run(ScriptedPlan.of(tokenise, preTraining, fineTuning), request, new Listening());
  }

  @Test
  void a_pre_trained_child_model_learns_what_the_labels_mean() {
    RunRecord record = records.get(2);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.metrics().get("accuracy")).isGreaterThan(0.95);
    assertThat(record.metrics().get("majorityAccuracy")).isBetween(0.5, 0.65);
    assertThat(record.metrics().get("matthews")).isGreaterThan(0.9);
  }

  @Test
  void measures_the_same_in_a_process_that_ran_another_one_before() throws IOException {
    Trial another = fineTuning(2);
    Trial trial = fineTuning(1);
    copy(folder.resolve("cache"), folder.resolve("alone"));
    copy(folder.resolve("cache"), folder.resolve("after"));

    RunRecord alone = pooled("alone", trial).get(2);
    RunRecord second = pooled("after", another, trial).get(3);

    assertThat(RecordComparison.sameMeasurements(alone, second)).isEmpty();
    assertThat(process("after", trial)).isEqualTo(process("after", another));
  }

  private List<RunRecord> pooled(String cache, Trial... trials) {
    Trial[] all = new Trial[trials.length + 2];
    all[0] = tokenise;
    all[1] = preTraining;
    System.arraycopy(trials, 0, all, 2, trials.length);
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    return new WorkerPool().run(ScriptedPlan.of(all), request, new Listening());
  }

  private static long process(String cache, Trial trial) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache).resolve("trials"))) {
      Path attempts =
          files
              .filter(
                  file -> file.endsWith("attempts.jsonl") && file.toString().contains(trial.id()))
              .findFirst()
              .orElseThrow();
      String line = Files.readAllLines(attempts).get(0);
      return Json.json().readValue(line, Attempt.class).process();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void its_record_says_what_it_was_made_of() {
    RunRecord record = records.get(2);
    assertThat(record.metrics())
        .containsEntry("trainingExamples", 400.0)
        .containsEntry("devExamples", 100.0)
        .containsEntry("malformedLines", 0.0)
        .containsEntry("trainingSteps", 75.0);
    assertThat(record.provenance().data())
        .extracting(Provenance.DataFile::name)
        .containsExactly("GLUE SST-2 train.tsv", "GLUE SST-2 dev.tsv", "GLUE SST-2 test.tsv");
    assertThat(record.curves().get("trainingLoss").values().get(0))
        .isCloseTo(Math.log(2), within(0.5));
  }

  @Test
  void its_record_says_what_it_scored_against_chance_and_how_large_it_is() {
    SortedMap<String, Double> metrics = records.get(2).metrics();
    assertThat(metrics.get("taskScore")).isEqualTo(100 * metrics.get("accuracy"));
    assertThat(metrics.get("chanceScore")).isEqualTo(100 * metrics.get("majorityAccuracy"));
    assertThat(metrics.get("parameters")).isBetween(500.0, 5000.0);
    assertThat(metrics.get("forwardFlops")).isPositive();
    assertThat(records.get(2).tables().get("layout").text("form")).containsExactly("pre-norm");
  }

  @Test
  void its_record_holds_the_answers_to_the_test_part_in_the_data_sets_words() {
    assertThat(TestAnswers.of(records.get(2).tables().get(TestAnswers.TABLE)))
        .containsExactly("1", "0", "1");
  }

  @Test
  void without_a_test_part_the_same_is_trained_and_nothing_answered() throws IOException {
    Path test = folder.resolve("glue/SST-2/test.tsv");
    String kept = Files.readString(test);
    Files.delete(test);
    try {
      List<RunRecord> without = run("without", fineTuning(3));
      assertThat(without.get(2).tables()).containsOnlyKeys("layout");
      assertThat(measured(without)).isEqualTo(measured(records));
    } finally {
      Files.writeString(test, kept);
    }
  }

  @Test
  void of_eight_sentences_all_that_score_were_trained_on_and_the_record_says_so() {
    assertThat(records.get(2).metrics()).containsEntry("scoredShareInTraining", 1.0);
  }

  @Test
  void no_more_examples_are_trained_on_than_asked_for() throws IOException {
    ObjectNode settings = (ObjectNode) fineTuning(2).settings();
    Trial few = fineTuning(settings.put("mostExamples", 160));

    assertThat(run("few", few).get(2).metrics())
        .containsEntry("trainingExamples", 160.0)
        .containsEntry("trainingSteps", 20.0)
        .containsEntry("devExamples", 100.0);
  }

  @Test
  void without_a_child_model_of_its_own_it_takes_the_pre_trainings() throws IOException {
    ObjectNode settings = (ObjectNode) fineTuning(3).settings();
    settings.remove("architecture");

    SortedMap<String, Double> taken = measured(run("taken", fineTuning(settings)));
    assertThat(taken).isEqualTo(measured(records));
  }

  @Test
  void goes_on_from_what_another_fine_tuning_left() throws IOException {
    List<String> needs = List.of(tokenise.id(), preTraining.id());
    Trial intermediate =
        Trial.of(
            IntermediateFineTuningExperiment.KIND, "found", 3, needs, fineTuning(3).settings());
    ObjectNode settings = (ObjectNode) fineTuning(1).settings();
    Trial further =
        Trial.of(
            FineTuningExperiment.KIND,
            "found",
            3,
            List.of(tokenise.id(), preTraining.id(), intermediate.id()),
            settings.put("startFrom", "intermediate"));

    RunRecord record = runAll(tokenise, preTraining, intermediate, further).get(3);

    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(earlyLoss(record)).isLessThan(0.7 * earlyLoss(records.get(2)));
  }

  @Test
  void a_child_model_learns_from_what_a_teacher_left() throws IOException {
    Trial teacher = teacher(fineTuning(3).settings());
    Trial student = student(teacher, fineTuning(3));

    List<RunRecord> taught = runAll(tokenise, preTraining, teacher, student);

    RunRecord record = taught.get(3);
    assertThat(taught.get(2).metrics().get("teachingSeconds")).isPositive();
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.metrics())
        .containsEntry("softShare", 0.5)
        .containsEntry("teacherScore", taught.get(2).metrics().get("taskScore"))
        .containsEntry("teacherChanceScore", taught.get(2).metrics().get("chanceScore"));
    List<Double> losses = record.curves().get("trainingLoss").values();
    List<Double> untaught = records.get(2).curves().get("trainingLoss").values();
    assertThat(losses.get(0)).isEqualTo(untaught.get(0));
    assertThat(losses.get(1)).isNotEqualTo(untaught.get(1));
  }

  @Test
  void a_teacher_of_other_examples_is_refused() throws IOException {
    ObjectNode few = (ObjectNode) fineTuning(1).settings();
    Trial teacher = teacher(few.put("mostExamples", 160));
    Trial student = student(teacher, fineTuning(1));
    assertThatThrownBy(() -> runAll(tokenise, preTraining, teacher, student))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the examples with SHA-256 ");
  }

  @Test
  void without_what_a_teacher_leaves_a_trial_fails_and_the_run_goes_on() throws IOException {
    ObjectNode settings = (ObjectNode) fineTuning(1).settings();
    RunRecord record = run("cache", fineTuning(settings.put("softShare", 0.5))).get(2);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("no teacher left teacher-SST-2.safetensors");
  }

  @Test
  void a_teacher_without_a_part_of_the_loss_is_refused() throws IOException {
    Trial teacher = teacher(fineTuning(3).settings());
    Trial student = student(teacher, fineTuning(3));
    ObjectNode settings = student.settings().deepCopy();
    settings.remove("softShare");
    Trial untaught =
        Trial.of(student.kind(), student.method(), student.seed(), student.needs(), settings);

    assertThatThrownBy(() -> runAll(tokenise, preTraining, teacher, untaught))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs a teacher, which left teacher-SST-2.safetensors");
  }

  @Test
  void its_latency_is_timed_where_it_is_asked_for() throws IOException {
    ObjectNode settings = (ObjectNode) fineTuning(1).settings();
    Trial timed = fineTuning(settings.put("latencyRounds", 30));

    assertThat(run("cache", timed).get(2).metrics().get("latencyMillis")).isBetween(1e-3, 1e3);
    assertThat(records.get(2).metrics()).doesNotContainKey("latencyMillis");
  }

  private Trial teacher(JsonNode settings) {
    List<String> needs = List.of(tokenise.id(), preTraining.id());
    return Trial.of(TeacherTuningExperiment.KIND, "teacher", 3, needs, settings);
  }

  private Trial student(Trial teacher, Trial alone) {
    ObjectNode settings = alone.settings().deepCopy();
    return Trial.of(
        FineTuningExperiment.KIND,
        "taught",
        3,
        List.of(tokenise.id(), preTraining.id(), teacher.id()),
        settings.put("softShare", 0.5));
  }

  private List<RunRecord> runAll(Trial... trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve("cache"), 1, false);
    return new InProcess().run(ScriptedPlan.of(trials), request, new Listening());
  }

  /** Of the first epoch's second half, when the head has found its bearings. */
  private static double earlyLoss(RunRecord record) {
    return record.curves().get("trainingLoss").values().subList(12, 25).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Test
  void refuses_to_take_the_pre_training_for_one_of_another_network() throws IOException {
    ObjectNode settings = (ObjectNode) fineTuning(1).settings();
    settings.withObject("space").put("heads", 1);

    assertThatThrownBy(() -> run("other", fineTuning(settings)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layout.json: is of another network than the settings'");
  }

  @Test
  void the_same_trial_measures_the_same_again() throws IOException {
    assertThat(measured(run("again", fineTuning(3)))).isEqualTo(measured(records));
  }

  private static SortedMap<String, Double> measured(List<RunRecord> run) {
    SortedMap<String, Double> metrics = new TreeMap<>(run.get(2).metrics());
    metrics.remove("trainingSeconds");
    return metrics;
  }

  @Test
  void a_wrong_label_is_told_of_with_its_line() throws IOException {
    Path train = folder.resolve("glue/SST-2/train.tsv");
    String good = Files.readString(train);
    Files.writeString(train, good + "the red house\tgood\n");
    try {
      assertThatThrownBy(() -> run("wrong", fineTuning(1)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("train.tsv line 402: column label is good, none of [0, 1]");
    } finally {
      Files.writeString(train, good);
    }
  }

  @Test
  void a_missing_data_set_is_told_of_before_anything_is_trained() throws IOException {
    ObjectNode settings = (ObjectNode) fineTuning(1).settings();
    Trial missing = fineTuning(settings.put("task", "CoLA"));
    assertThatThrownBy(() -> run("missing", missing))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CoLA/train.tsv: is missing; put GLUE's own CoLA folder there");
    assertThat(folder.resolve("missing/trials").resolve(preTraining.id())).doesNotExist();
  }
}
