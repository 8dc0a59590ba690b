package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import magicbench.harness.execution.TinyProbe;
import magicbench.results.file.InputException;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

class InterferenceProbeExperimentTest {

  private final InterferenceProbeExperiment experiment = new InterferenceProbeExperiment();
  private final ObjectNode settings = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);

  @Test
  void names_an_unknown_field() {
    ((ObjectNode) settings.get("space")).put("depth", 3);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("field space.depth");
  }

  @Test
  void names_a_missing_field() {
    settings.remove("training");

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("training is missing");
  }

  @Test
  void names_a_part_of_a_batch_that_is_larger_than_the_batch() {
    ((ObjectNode) settings.get("training")).put("microBatch", 5);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("microBatch is 5; it must be 0 to batch");
  }

  @Test
  void names_a_value_out_of_range() {
    ((ObjectNode) settings.get("probe")).putArray("trainedShares").add(1.5);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("trainedShares is [1.5]");
  }

  @Test
  void names_a_momentum_out_of_range() {
    settings.withObject("/training/momentum").put("factor", 1.5).put("nesterov", false);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("momentum.factor is 1.5; it must be 0 to below 1");
  }

  @Test
  void refuses_averages_that_no_probe_would_look_at() {
    ((ObjectNode) settings.get("training")).put("averageDecay", 0.9);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("leave training.averageDecay out");
  }

  @Test
  void does_not_fall_back_silently_when_a_gpu_is_asked_for() {
    assumeTrue(DeviceKind.gpuCount() == 0, "the engine sees a GPU");
    settings.put("device", "gpu");

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("sees no GPU");
  }

  @Test
  void takes_the_processor_where_there_is_nothing_else() {
    assumeTrue(DeviceKind.gpuCount() == 0, "the engine sees a GPU");
    settings.put("device", "auto");

    assertThat(experiment.device(trial())).isEqualTo(DeviceKind.CPU);
  }

  @Test
  void takes_a_gpu_where_there_is_one() {
    assumeTrue(DeviceKind.gpuCount() > 0, "the engine sees no GPU");
    settings.put("device", "auto");

    assertThat(experiment.device(trial())).isEqualTo(DeviceKind.GPU);
  }

  @Test
  void counts_steps_and_operations_by_hand() {
    settings.putObject("space").put("layers", 2).put("hidden", 4).put("heads", 1);
    ObjectNode space = (ObjectNode) settings.get("space");
    space.put("ffnInner", 8).put("sepConvExpansion", 0).putArray("operators").add("ffn").add("id");
    ObjectNode probe = (ObjectNode) settings.get("probe");
    probe.put("bases", 1).put("interventionBases", 0).put("controlBases", 0);
    probe.putArray("trainedShares").add(1.0);

    TrialCost cost = new HarnessCostEstimator().estimate(trial()).orElseThrow();

    // Mean of two ffn layers (2 · 2 · 2 · 8 · 4 · 8 a sequence) and none, 4 sequences; 5 masked
    // places. Gradients: 60 steps and 2 passes; validation: 2 points, 2 batches, 8 child models.
    double forward = 4 * (2 * 2 * 2 * 8 * 4 * 8) / 2.0 + 2 * 5 * 4 * 64;
    assertThat(cost).isEqualTo(new TrialCost(60, (3 * 62 + 32) * forward));
  }

  private Trial trial() {
    return Trial.of(InterferenceProbeExperiment.KIND, "spos", 1, List.of(), settings);
  }
}
