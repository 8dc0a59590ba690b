package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.harness.experiment.FineTuningExperiment;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.StandAloneExperiment;
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

/**
 * A child model that is pre-trained by replaced tokens and then fine-tuned, from text to record.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacedTokensTrialTest {

  private static final String CHILD = "mha.ffn.sep3";

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial preTraining;
  private List<RunRecord> records;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    writeReviews("train.tsv");
    writeReviews("dev.tsv");
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    preTraining = trial(PreTrainingExperiment.KIND, settings());
    records = run("cache", preTraining, fineTuning());
  }

  private static void writeReviews(String name) throws IOException {
    Path data = Files.createDirectories(folder.resolve("glue/SST-2"));
    String rows = "the green house\t1\nthe long house\t0\n".repeat(16);
    Files.writeString(data.resolve(name), "sentence\tlabel\n" + rows);
  }

  private static ObjectNode common(String... fields) throws JsonProcessingException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    Stream.of(fields).forEach(field -> settings.set(field, probe.get(field)));
    return settings.put("architecture", CHILD);
  }

  private static ObjectNode masked() throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text", "training");
    settings.putObject("scoring").put("batches", 2).putArray("trainedShares").add(0).add(1);
    return settings;
  }

  private static ObjectNode settings() throws JsonProcessingException {
    String objective =
        """
        {"name": "replaced-tokens",
         "settings": {
           "discriminatorWeight": 50.0,
           "generatorWeight": 1.0,
           "generator": {
             "space": {"layers": 2, "operators": ["mha", "ffn"], "hidden": 4, "heads": 2,
                       "ffnInner": 8, "sepConvExpansion": 0},
             "architecture": "mha.ffn"}}}
        """;
    return masked().set("objective", Json.json().readTree(objective));
  }

  private Trial trial(String kind, ObjectNode settings) {
    return Trial.of(kind, "found", 3, List.of(tokenise.id()), settings);
  }

  private Trial fineTuning() throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text");
    settings.remove("architecture");
    settings
        .put("glue", folder.resolve("glue").toString())
        .put("task", "SST-2")
        .put("epochs", 20)
        .put("batch", 8)
        .put("learningRate", 0.01)
        .put("warmupShare", 0.1)
        .put("weightDecay", 0.01)
        .put("clipNorm", 1.0)
        .put("beta1", 0.9)
        .put("beta2", 0.98)
        .put("epsilon", 1e-6);
    return Trial.of(
        FineTuningExperiment.KIND, "found", 3, List.of(tokenise.id(), preTraining.id()), settings);
  }

  private List<RunRecord> run(String cache, Trial... trials) {
    Trial[] all = Stream.concat(Stream.of(tokenise), Stream.of(trials)).toArray(Trial[]::new);
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    List<RunRecord> made = new InProcess().run(ScriptedPlan.of(all), request, new Listening());
    return made.subList(1, made.size());
  }

  @Test
  void its_record_says_what_both_networks_came_to() {
    RunRecord record = records.get(0);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.metrics())
        .containsEntry("trainingSteps", 60.0)
        .containsEntry("forwardPasses", 120.0)
        .containsEntry("backwardPasses", 120.0)
        .containsKeys("generatorLoss", "detectionLoss", "detectionAccuracy", "trainingSeconds");
    assertThat(record.metrics().get("replacedShare")).isBetween(0.1, 1.0);
    assertThat(record.metrics().get("majorityAccuracy")).isBetween(0.8, 0.99);
    assertThat(record.metrics().get("scoredShareInTraining")).isBetween(0.0, 0.9);
    assertThat(record.metrics().get("generatorParameters"))
        .isLessThan(record.metrics().get("parameters"));
  }

  @Test
  void both_losses_fall_on_held_out_text() {
    double[] detection = records.get(0).tables().get("detection").number("detectionLoss");
    double[] generator = records.get(0).tables().get("detection").number("generatorLoss");
    assertThat(records.get(0).tables().get("detection").number("step")).containsExactly(0, 60);
    assertThat(detection[1]).isLessThan(detection[0]);
    assertThat(generator[1]).isLessThan(generator[0]);
    assertThat(records.get(0).curves()).containsOnlyKeys("trainingLoss", "generatorLoss");
  }

  @Test
  void what_was_pre_trained_can_be_fine_tuned() {
    RunRecord record = records.get(1);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.metrics().get("accuracy")).isGreaterThan(0.9);
    assertThat(record.metrics().get("parameters"))
        .isEqualTo(records.get(0).metrics().get("parameters"));
  }

  @Test
  void the_same_trial_measures_the_same_and_leaves_the_same_weights_again() throws IOException {
    assertThat(measured(run("again", preTraining).get(0))).isEqualTo(measured(records.get(0)));
    assertThat(weights("again")).isEqualTo(weights("cache"));
  }

  private static SortedMap<String, Double> measured(RunRecord record) {
    SortedMap<String, Double> metrics = new TreeMap<>(record.metrics());
    metrics.keySet().removeAll(List.of("trainingSeconds", "scoringSeconds"));
    return metrics;
  }

  private byte[] weights(String cache) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache))) {
      Path weights =
          files
              .filter(file -> file.endsWith("child.safetensors"))
              .filter(file -> file.toString().contains(preTraining.id()))
              .findFirst()
              .orElseThrow();
      return Files.readAllBytes(weights);
    }
  }

  @Test
  void without_an_objective_it_is_trained_as_the_truth_is() throws JsonProcessingException {
    List<RunRecord> both =
        run(
            "masked",
            trial(PreTrainingExperiment.KIND, masked()),
            trial(StandAloneExperiment.KIND, masked()));

    assertThat(both.get(0).tables()).isEqualTo(both.get(1).tables());
    assertThat(both.get(0).curves()).isEqualTo(both.get(1).curves());
  }

  @Test
  void a_run_that_diverges_is_an_outcome() throws JsonProcessingException {
    ObjectNode wild = settings();
    ((ObjectNode) wild.get("training")).put("learningRate", 9.9).put("weightDecay", 9.9);

    RunRecord record = run("wild", trial(PreTrainingExperiment.KIND, wild)).get(0);

    assertThat(record.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(record.note()).startsWith("diverged at step ");
  }

  @Test
  void an_unknown_objective_is_one_line() throws JsonProcessingException {
    ObjectNode wrong = settings();
    ((ObjectNode) wrong.get("objective")).put("name", "guessing");

    assertRefused(wrong, "field objective: is not right (name is guessing, none of");
  }

  @Test
  void an_unknown_setting_of_the_objective_is_one_line() throws JsonProcessingException {
    ObjectNode wrong = settings();
    ((ObjectNode) wrong.at("/objective/settings")).put("temperature", 1);

    assertRefused(wrong, "field objective.settings.temperature: is unknown");
  }

  @Test
  void a_weight_out_of_range_is_one_line() throws JsonProcessingException {
    ObjectNode wrong = settings();
    ((ObjectNode) wrong.at("/objective/settings")).put("discriminatorWeight", -1);

    assertRefused(wrong, "field objective.settings: is not right (discriminatorWeight is -1.0; it");
  }

  @Test
  void a_generator_of_another_space_is_one_line() throws JsonProcessingException {
    ObjectNode wrong = settings();
    ((ObjectNode) wrong.at("/objective/settings/generator")).put("architecture", "mha.sep3");

    assertRefused(wrong, "layer 1 uses sep3, which is none of [mha, ffn]");
  }

  @Test
  void averages_of_two_networks_are_refused_in_one_line() throws JsonProcessingException {
    ObjectNode wrong = settings();
    ((ObjectNode) wrong.get("training")).put("averageDecay", 0.9);

    assertThatThrownBy(() -> run("wrong", trial(PreTrainingExperiment.KIND, wrong)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("leave training.averageDecay or objective out")
        .hasMessageNotContaining("\n");
  }

  private void assertRefused(ObjectNode settings, String message) {
    assertThatThrownBy(() -> run("wrong", trial(PreTrainingExperiment.KIND, settings)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("settings of pre-training, field objective")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }
}
