package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.harness.execution.WorkerPool;
import magicbench.harness.experiment.PublishedWeightsExperiment;
import magicbench.results.file.Json;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trial that stands for a pre-training, in a worker with the memory that workers have. */
class PublishedTrialTest {

  @TempDir private Path folder;

  private RunRecord run(String model) {
    ObjectNode settings = Json.json().createObjectNode().put("device", "cpu").put("model", model);
    settings.putObject("text").put("vocabularySize", 30_522).put("sequenceLength", 48);
    Trial trial = Trial.of(PublishedWeightsExperiment.KIND, "none", 0, List.of(), settings);
    Plan plan =
        new Plan(Plan.SCHEMA_VERSION, "tiny", "0".repeat(64), List.of(trial), new TreeMap<>());
    TrialRunner.Request request = new TrialRunner.Request(folder, 1, false);
    return new WorkerPool().run(plan, request, new Silent()).get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert-base", "minilm-l6"})
  void leaves_weights_and_layout_for_fine_tuning(String model) throws Exception {
    RunRecord record = run(model);

    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.provenance().data()).hasSize(2);
    if (model.equals("bert-base")) {
      assertThat(record.metrics().get("hiddenWordProbability")).isCloseTo(0.417, within(0.001));
      assertThat(record.tables().get("guesses").text("piece").get(0)).isEqualTo("paris");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("child.safetensors", "layout.json");
    }
  }

  private static final class Silent implements TrialRunner.Progress {

    @Override
    public void begins(int trials, int cached) {
      // Nobody listens.
    }

    @Override
    public void moved(Trial trial, double share, String message) {
      // Nobody listens.
    }

    @Override
    public void ended(RunRecord record, boolean cached) {
      // Nobody listens.
    }
  }
}
