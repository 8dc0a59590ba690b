package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import magicbench.harness.experiment.StandAloneExperiment;
import magicbench.harness.experiment.SuperNetExperiment;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Super-nets that score child models, and child models trained alone, from plan to record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoredTrialTest {

  private static final String CHILD = "mha.ffn.id";
  private static final List<String> CHILDREN = List.of(CHILD, "ffn.ffn.sep3", "ffn.mha.sep3");

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial superNet;
  private List<RunRecord> alone;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    superNet = superNet();
    alone = run("alone", superNet, standAlone(), apart());
  }

  private Trial apart() throws JsonProcessingException {
    ObjectNode settings = (ObjectNode) superNet.settings();
    settings.remove(List.of("alignment", "probe"));
    return trial(SuperNetExperiment.KIND, "apart", settings.put("apart", true));
  }

  private Trial superNet() throws JsonProcessingException {
    ObjectNode settings = common();
    settings.putObject("sampler").put("name", UniformTestMethod.NAME);
    ObjectNode alignment = settings.putObject("alignment").put("name", "anchor");
    alignment.putObject("settings").put("warmupSteps", 5).put("everySteps", 3);
    settings.put("selectionBatches", 1);
    CHILDREN.forEach(settings.putArray("architectures")::add);
    settings.putObject("scoring").put("batches", 1).putArray("trainedShares").add(0.5).add(1.0);
    settings.putObject("probe").put("bases", 3);
    return trial(SuperNetExperiment.KIND, "aligned", settings);
  }

  private Trial standAlone() throws JsonProcessingException {
    ObjectNode settings = common();
    settings.put("architecture", CHILD);
    settings.putObject("scoring").put("batches", 1).putArray("trainedShares").add(0.5).add(1.0);
    return trial(StandAloneExperiment.KIND, "stand-alone", settings);
  }

  private static ObjectNode common() throws JsonProcessingException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    List.of("device", "space", "text", "training")
        .forEach(field -> settings.set(field, probe.get(field)));
    return settings;
  }

  private Trial trial(String kind, String method, ObjectNode settings) {
    return Trial.of(kind, method, 11, List.of(tokenise.id()), settings);
  }

  private List<RunRecord> run(String cache, Trial... trials) {
    Trial[] all = Stream.concat(Stream.of(tokenise), Arrays.stream(trials)).toArray(Trial[]::new);
    List<RunRecord> records =
        new WorkerPool().run(ScriptedPlan.of(all), request(cache), new Listening());
    return records.subList(1, records.size());
  }

  private static TrialRunner.Request request(String cache) {
    return new TrialRunner.Request(folder.resolve(cache), 2, false);
  }

  @Test
  void a_super_net_scores_every_child_model_at_every_share() {
    RunRecord record = alone.get(0);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    Table scores = record.tables().get("scores");
    assertThat(scores.rows()).isEqualTo(2 * CHILDREN.size());
    assertThat(scores.number("trainedShare")).containsOnly(0.5, 1.0);
    assertThat(record.tables().get("pairs").rows()).isPositive();
  }

  @Test
  void its_passes_are_counted_those_of_anchors_and_of_selection_too() {
    // 60 steps of 2 child models, the first of 1; 55 anchors; the first anchor's loss; 20
    // challenges
    // of 2 losses
    assertThat(alone.get(0).metrics())
        .containsEntry("backwardPasses", 119.0)
        .containsEntry("forwardPasses", 119.0 + 55 + 1 + 2 * 20);
  }

  @Test
  void how_much_of_the_scoring_text_was_trained_on_is_in_the_record() {
    assertThat(alone)
        .extracting(record -> record.metrics().get("scoredShareInTraining"))
        .allSatisfy(share -> assertThat(share).isBetween(0.0, 0.9));
  }

  @Test
  void a_child_model_alone_learns() {
    RunRecord record = alone.get(1);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    double[] losses = record.tables().get("scores").number("loss");
    assertThat(losses[1]).isLessThan(Math.log(64));
    assertThat(record.tables().get("scores").text("architecture")).containsOnly(CHILD);
  }

  @Test
  void child_models_apart_are_each_trained_for_an_equal_part_and_scored_like_the_others() {
    RunRecord record = alone.get(2);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    Table scores = record.tables().get("scores");
    assertThat(scores.number("step")).containsExactly(10, 20, 10, 20, 10, 20);
    assertThat(scores.text("architecture"))
        .containsExactlyElementsOf(
            CHILDREN.stream().flatMap(child -> Stream.of(child, child)).toList());
    assertThat(record.metrics()).containsEntry("backwardPasses", 60.0);
    assertThat(record.metrics().get("scoredShareInTraining"))
        .isEqualTo(alone.get(0).metrics().get("scoredShareInTraining"));
  }

  @Test
  void child_models_apart_learn_as_if_each_were_trained_alone_for_as_long()
      throws JsonProcessingException {
    List<Trial> trials = new ArrayList<>(List.of(tokenise));
    for (String child : CHILDREN) {
      ObjectNode settings = (ObjectNode) standAlone().settings();
      settings.put("architecture", child);
      ((ObjectNode) settings.get("training")).put("steps", 20).put("warmupSteps", 1);
      trials.add(trial(StandAloneExperiment.KIND, "stand-alone", settings));
    }

    double[] mean =
        new InProcess()
                .run(
                    ScriptedPlan.of(trials.toArray(Trial[]::new)), request("each"), new Listening())
                .stream()
                .skip(1)
                .mapToDouble(ScoredTrialTest::lastTrainingLoss)
                .toArray();

    assertThat(lastTrainingLoss(alone.get(2)))
        .isCloseTo(Arrays.stream(mean).average().orElseThrow(), offset(1e-12));
  }

  private static double lastTrainingLoss(RunRecord record) {
    List<Double> losses = record.curves().get("trainingLoss").values();
    return losses.get(losses.size() - 1);
  }

  @Test
  void a_kill_in_the_middle_changes_nothing() throws Exception {
    run("killed/cache");
    Properties hanging = new Properties();
    hanging.setProperty(UniformTestMethod.HANG, "40");
    Process worker = Workers.start(folder.resolve("killed"), hanging, superNet, tokenise);
    Workers.awaitLine(worker, line -> line.contains("training, step 40"));
    worker.destroyForcibly().waitFor();

    Listening listening = new Listening();
    RunRecord resumed =
        new WorkerPool()
            .run(ScriptedPlan.of(tokenise, superNet), request("killed/cache"), listening)
            .get(1);

    assertThat(listening.messages()).anyMatch(line -> line.equals("going on from step 35"));
    assertThat(RecordComparison.sameMeasurements(alone.get(0), resumed)).isEmpty();
    assertThat(weights("killed/cache")).isEqualTo(weights("alone"));
  }

  private String weights(String cache) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache))) {
      Path hash =
          files
              .filter(file -> file.endsWith("weights.sha256"))
              .filter(file -> file.toString().contains(superNet.id()))
              .findFirst()
              .orElseThrow();
      return Files.readString(hash);
    }
  }
}
