package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.experiment.ImageTrainingExperiment;
import magicbench.harness.experiment.ImagesExperiment;
import magicbench.harness.experiment.StandAloneExperiment;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Networks of drawn pictures by gradient descent, tested and scored with and without averages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AveragedTrialTest {

  private static final String TRAINING =
      """
      {"device": "cpu",
       "images": {
         "space": {"side": 16, "channels": 1, "classes": 5, "stemWidth": 4, "stemStride": 2,
                   "firstWidth": 0, "stages": [{"layers": 2, "width": 6, "stride": 2}],
                   "kernels": [3, 5], "expansions": [2, 3], "skip": true, "headWidth": 8,
                   "normalisation": "batch"},
         "scoredBatch": 50, "calibration": 0},
       "training": {"steps": 12, "batch": 8, "learningRate": 0.05, "warmupSteps": 2,
                    "decay": "linear", "weightDecay": 0.001, "clipNorm": 5.0, "beta1": 0.9,
                    "beta2": 0.98, "epsilon": 1e-6, "checkpointEverySteps": 5,
                    "momentum": {"factor": 0.9, "nesterov": true}},
       "architecture": "k3e2.k5e3"}
      """;

  @TempDir static Path folder;

  private final Trial images =
      Trial.of(
          ImagesExperiment.KIND,
          "none",
          0,
          List.of(),
          json("{\"source\": \"drawn\", \"side\": 16, \"heldOut\": 200, \"most\": 100}"));

  private RunRecord tested;
  private RunRecord testedAveraged;
  private RunRecord scored;
  private RunRecord scoredAveraged;

  @BeforeAll
  void run() {
    List<RunRecord> records =
        new InProcess()
            .run(
                ScriptedPlan.of(
                    images,
                    trial(ImageTrainingExperiment.KIND, tested()),
                    trial(ImageTrainingExperiment.KIND, averaged(tested())),
                    trial(StandAloneExperiment.KIND, scored()),
                    trial(StandAloneExperiment.KIND, averaged(scored()))),
                new TrialRunner.Request(folder, 1, false),
                new Listening());
    assertThat(records)
        .allSatisfy(
            record -> assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED));
    tested = records.get(1);
    testedAveraged = records.get(2);
    scored = records.get(3);
    scoredAveraged = records.get(4);
  }

  private static ObjectNode tested() {
    return json(TRAINING).put("task", "drawn");
  }

  private static ObjectNode scored() {
    ObjectNode settings = json(TRAINING);
    settings.putObject("scoring").put("batches", 1).putArray("trainedShares").add(0.5).add(1.0);
    return settings;
  }

  private static ObjectNode averaged(ObjectNode settings) {
    settings.withObject("training").put("averageDecay", 0.9);
    return settings;
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Trial trial(String kind, ObjectNode settings) {
    return Trial.of(kind, "none", 3, List.of(images.id()), settings);
  }

  @Test
  void a_test_is_of_the_averages() {
    assertThat(testedAveraged.metrics().get("testLoss"))
        .isNotEqualTo(tested.metrics().get("testLoss"));
  }

  @Test
  void a_score_is_of_the_averages() {
    assertThat(scoredAveraged.tables().get("scores").number("loss"))
        .doesNotContain(scored.tables().get("scores").number("loss"));
  }

  @Test
  void what_is_trained_is_the_same_with_and_without_averages() {
    assertThat(testedAveraged.curves()).isEqualTo(tested.curves());
    assertThat(scoredAveraged.curves()).isEqualTo(scored.curves());
  }

  @Test
  void what_is_left_is_what_was_scored() throws IOException {
    assertThat(hash(averaged(scored()))).isNotEqualTo(hash(scored()));
  }

  private String hash(ObjectNode settings) throws IOException {
    String id = trial(StandAloneExperiment.KIND, settings).id();
    try (Stream<Path> files = Files.walk(folder)) {
      Path hash =
          files
              .filter(file -> file.endsWith("weights.sha256"))
              .filter(file -> file.toString().contains(id))
              .findFirst()
              .orElseThrow();
      return Files.readString(hash);
    }
  }
}
