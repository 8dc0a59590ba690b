package magicbench.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import magicbench.harness.experiment.HarnessCostEstimator;
import magicbench.harness.experiment.SuperNetExperiment;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan foretells every pass that a rival makes: several paths a step, several passes a path. */
final class ForetoldPassesTest {

  private static final String SETTINGS =
      """
      {"device": "cpu",
       "space": {"layers": 2, "operators": ["ffn", "id"], "hidden": 4, "heads": 1, "ffnInner": 8,
                 "sepConvExpansion": 0},
       "text": {"vocabularySize": 64, "sequenceLength": 8},
       "training": {"steps": 60, "batch": 4, "learningRate": 0.01, "warmupSteps": 2,
                    "decay": "linear", "weightDecay": 0, "clipNorm": 1.0, "beta1": 0.9,
                    "beta2": 0.98, "epsilon": 1e-6, "checkpointEverySteps": 7},
       "scoring": {"trainedShares": [1.0], "batches": 3}, "selectionBatches": 1,
       "architectures": ["ffn.ffn", "id.ffn"],
       "sampler": {"name": "%s", "settings": %s}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fairnas | {} | 2",
        "sandwich | {} | 4",
        "sandwich | {\"randomPaths\": 5} | 7",
        "sumnas | {} | 4",
        "sumnas | {\"innerSteps\": 3} | 6"
      })
  void a_step_costs_as_many_passes_as_it_makes(String method, String settings, int passes) {
    double one = cost("spos", "{}");
    double onePassMore = cost("fairnas", "{}") - one; // two operators a layer, two paths a step
    assertThat(cost(method, settings))
        .isCloseTo(one + (passes - 1) * onePassMore, withinPercentage(1e-9));
  }

  /**
   * Two bins of two: four child models in all, so four forward passes of a selection batch each.
   */
  @Test
  void a_plan_counts_what_shrinking_measures() {
    double one = cost("spos", "{}");
    double sixtyPassesMore = cost("fairnas", "{}") - one;
    String shrinking = "{\"bins\": 2, \"pathsPerBin\": 2, \"survivorsPerBin\": 1}";
    assertThat(cost("shrinking", shrinking) - one)
        .isCloseTo(sixtyPassesMore * 4 / 60 / 3, withinPercentage(1)); // no backward pass
  }

  @Test
  void a_plan_refuses_to_align_what_is_not_averaged() {
    ObjectNode settings = settings("sandwich", "{}");
    settings.putObject("alignment").put("name", "anchor");
    assertThatThrownBy(() -> cost(settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("field alignment")
        .hasMessageContaining("only averaged gradients can be aligned");
  }

  private static double cost(String method, String settings) {
    return cost(settings(method, settings));
  }

  private static double cost(ObjectNode settings) {
    Trial trial = Trial.of(SuperNetExperiment.KIND, "some-method", 1, List.of(), settings);
    return new HarnessCostEstimator().estimate(trial).orElseThrow().flops();
  }

  private static ObjectNode settings(String method, String own) {
    try {
      return (ObjectNode) Json.json().readTree(SETTINGS.formatted(method, own));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(own, e);
    }
  }
}
