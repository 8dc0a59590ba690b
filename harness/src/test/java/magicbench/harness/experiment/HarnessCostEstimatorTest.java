package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import magicbench.results.file.Json;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

/** Costs by hand, in forward passes of 4 sequences of 8 tokens, 5 of them masked. */
class HarnessCostEstimatorTest {

  /** The output layer: two for each multiply-add of 5 places, 4 wide, with 64 tokens. */
  private static final double HEAD = 2 * 5 * 4 * 64;

  /** A position-wise layer: two products of 8 tokens from 4 to 8 wide and back, 4 sequences. */
  private static final double FFN = 4 * (2 * 2 * 8 * 4 * 8);

  /** Two layers, each position-wise or nothing. */
  private static final double MEAN = 2 * FFN / 2 + HEAD;

  private static final String SHARED =
      """
      "device": "cpu",
      "space": {"layers": 2, "operators": ["ffn", "id"], "hidden": 4, "heads": 1, "ffnInner": 8,
                "sepConvExpansion": 0},
      "text": {"vocabularySize": 64, "sequenceLength": 8},
      "training": {"steps": 60, "batch": 4, "learningRate": 0.01, "warmupSteps": 2,
                   "decay": "linear", "weightDecay": 0, "clipNorm": 1.0, "beta1": 0.9,
                   "beta2": 0.98, "epsilon": 1e-6, "checkpointEverySteps": 7},
      "scoring": {"trainedShares": [0.5, 1.0], "batches": 3}
      """;

  /** 60 steps; two child models scored twice on 3 batches. */
  private static final double PLAIN = 3 * 60 * MEAN + 2 * 3 * (2 * FFN + HEAD + FFN + HEAD);

  private final ObjectNode superNet =
      json(
          "{%s, \"sampler\": {\"name\": \"magic-t\"}, \"selectionBatches\": 2, %s}"
              .formatted(SHARED, "\"architectures\": [\"ffn.ffn\", \"id.ffn\"]"));

  @Test
  void a_super_net_costs_its_training_and_its_scores() {
    assertThat(superNetCost()).isEqualTo(new TrialCost(60, PLAIN));
  }

  @Test
  void a_probe_costs_a_gradient_a_base_and_layer() {
    superNet.putObject("probe").put("bases", 3);

    assertThat(superNetCost()).isEqualTo(new TrialCost(60, PLAIN + 3 * (3 * 2) * MEAN));
  }

  @Test
  void an_alignment_costs_the_anchors_passes_and_those_that_choose_it() {
    align("best", "fresh");

    // Steps 10 to 59 have an anchor; steps 0 (one child model), 19, 39 and 59 (two) choose it.
    assertThat(superNetCost()).isEqualTo(new TrialCost(60, PLAIN + (50 + 2 * (1 + 3 * 2)) * MEAN));
  }

  @Test
  void an_anchor_that_is_not_measured_again_costs_half_the_choice() {
    align("best", "stale");

    assertThat(superNetCost()).isEqualTo(new TrialCost(60, PLAIN + (50 + 2 * (1 + 3)) * MEAN));
  }

  @Test
  void a_fixed_anchor_costs_no_choice() {
    align("fixed", "fresh");

    assertThat(superNetCost()).isEqualTo(new TrialCost(60, PLAIN + 50 * MEAN));
  }

  @Test
  void a_child_model_alone_costs_its_own_operations() {
    ObjectNode settings = json("{%s, \"architecture\": \"ffn.id\"}".formatted(SHARED));

    TrialCost cost = cost(StandAloneExperiment.KIND, settings);

    assertThat(cost).isEqualTo(new TrialCost(60, (3 * 60 + 2 * 3) * (FFN + HEAD)));
  }

  @Test
  void child_models_apart_cost_an_equal_part_of_the_steps_each() {
    double shared = superNetCost().flops();
    superNet.put("apart", true);

    assertThat(superNetCost().steps()).isEqualTo(60);
    assertThat(superNetCost().flops()).isNotEqualTo(shared).isBetween(shared / 3, shared * 3);
  }

  @Test
  void a_share_that_is_named_twice_is_scored_once() {
    ObjectNode settings = json("{%s, \"architecture\": \"ffn.id\"}".formatted(SHARED));
    ((ObjectNode) settings.get("scoring")).putArray("trainedShares").add(1.0).add(1.0);

    TrialCost cost = cost(StandAloneExperiment.KIND, settings);

    assertThat(cost).isEqualTo(new TrialCost(60, (3 * 60 + 3) * (FFN + HEAD)));
  }

  @Test
  void a_found_child_model_costs_what_the_mean_one_does() {
    TrialCost cost = cost(PreTrainingExperiment.KIND, json("{%s}".formatted(SHARED)));

    assertThat(cost).isEqualTo(new TrialCost(60, (3 * 60 + 2 * 3) * MEAN));
  }

  @Test
  void a_named_child_model_costs_its_own_operations_to_pre_train() {
    ObjectNode settings = json("{%s, \"architecture\": \"ffn.id\"}".formatted(SHARED));

    assertThat(cost(PreTrainingExperiment.KIND, settings))
        .isEqualTo(cost(StandAloneExperiment.KIND, settings));
  }

  /** A generator 2 wide: one position-wise layer with 4 inside, and its output layer. */
  private static final double GENERATOR = 4 * (2 * 2 * 8 * 2 * 4) + 2 * 5 * 2 * 64;

  @Test
  void replaced_tokens_cost_the_generator_and_a_child_model_that_tells_no_token() {
    assertThat(cost(PreTrainingExperiment.KIND, replacedTokens()))
        .isEqualTo(new TrialCost(60, (3 * 60 + 2 * 3) * (GENERATOR + MEAN - HEAD)));
    assertThat(cost(PreTrainingExperiment.KIND, replacedTokens().put("architecture", "ffn.ffn")))
        .isEqualTo(new TrialCost(60, (3 * 60 + 2 * 3) * (GENERATOR + 2 * FFN)));
  }

  private static ObjectNode replacedTokens() {
    ObjectNode settings = json("{%s}".formatted(SHARED));
    ObjectNode objective = settings.putObject("objective").put("name", "replaced-tokens");
    ObjectNode own = objective.putObject("settings");
    own.put("generatorWeight", 1).put("discriminatorWeight", 50);
    ObjectNode generator = own.putObject("generator").put("architecture", "ffn.id");
    ObjectNode space = settings.get("space").deepCopy();
    generator.set("space", space.put("hidden", 2).put("ffnInner", 4));
    return settings;
  }

  @Test
  void a_teacher_that_runs_beside_costs_a_pass_a_step() {
    ObjectNode settings = json("{%s, \"architecture\": \"ffn.id\"}".formatted(SHARED));
    TrialCost alone = cost(PreTrainingExperiment.KIND, settings);
    settings
        .putObject("teacher")
        .put("architecture", "ffn.ffn")
        .put("hiddenWeight", 1)
        .set("space", settings.get("space").deepCopy());

    assertThat(cost(PreTrainingExperiment.KIND, settings))
        .isEqualTo(new TrialCost(60, alone.flops() + 60 * (2 * FFN + HEAD)));
  }

  @Test
  void a_search_costs_a_pass_an_evaluation_and_batch() {
    ObjectNode settings = json("{%s}".formatted(SHARED));
    settings.remove(List.of("training", "scoring"));
    settings.put("evaluations", 20).put("batch", 4).put("batches", 3);
    settings.putObject("strategy").put("name", "random");

    assertThat(cost(SearchExperiment.KIND, settings)).isEqualTo(new TrialCost(0, 20 * 3 * MEAN));
  }

  @Test
  void a_twin_costs_nothing() {
    ObjectNode settings = json("{\"maker\": \"bert\"}");
    settings.set("text", json("{%s}".formatted(SHARED)).get("text"));

    assertThat(cost(TwinExperiment.KIND, settings)).isEqualTo(new TrialCost(0, 0));
  }

  @Test
  void fine_tuning_costs_its_steps_where_the_examples_are_counted() {
    ObjectNode settings = fineTuning().put("mostExamples", 43);

    // 2 epochs of 10 whole batches; no token is told, so there is no output layer
    assertThat(cost(EmbeddedFineTuningExperiment.KIND, settings))
        .isEqualTo(new TrialCost(20, 3 * 20 * FFN));
  }

  @Test
  void a_teacher_beside_a_fine_tuning_costs_a_pass_a_step() {
    ObjectNode settings = fineTuning().put("mostExamples", 43);
    settings
        .putObject("teacher")
        .put("architecture", "ffn.ffn")
        .put("hiddenWeight", 1)
        .set("space", settings.get("space").deepCopy());

    assertThat(cost(EmbeddedFineTuningExperiment.KIND, settings))
        .isEqualTo(new TrialCost(20, 3 * 20 * FFN + 20 * 2 * FFN));
  }

  @Test
  void fine_tuning_on_glue_costs_what_its_known_sizes_make() {
    ObjectNode settings = fineTuning().put("glue", "folder").put("task", "RTE");

    // 2 epochs of 2,500 examples in batches of 4
    assertThat(cost(FineTuningExperiment.KIND, settings))
        .isEqualTo(new TrialCost(1250, 3 * 1250 * FFN));
  }

  @Test
  void fine_tuning_on_who_knows_how_many_examples_is_unknown() {
    Trial trial =
        Trial.of(EmbeddedFineTuningExperiment.KIND, "some-method", 1, List.of(), fineTuning());

    assertThat(new HarnessCostEstimator().estimate(trial)).isEmpty();
  }

  @Test
  void reading_costs_the_windows_of_the_questions_that_are_counted() {
    ObjectNode settings = reading("entities").put("mostExamples", 43);

    // an epoch of 43 texts of 220 pieces, a window beginning at every fourth, in batches of 4
    long steps = 43 * 55 / 4;
    assertThat(cost(EmbeddedReadingExperiment.KIND, settings))
        .isEqualTo(new TrialCost(steps, 3.0 * steps * FFN));
  }

  @Test
  void reading_squad_costs_what_its_known_size_makes() {
    ObjectNode settings = reading("SQuAD-1.1").put("squad", "folder");

    long steps = 87_599 * 37 / 4;
    assertThat(cost(ReadingExperiment.KIND, settings))
        .isEqualTo(new TrialCost(steps, 3.0 * steps * FFN));
  }

  private static ObjectNode reading(String task) {
    ObjectNode settings = json("{%s}".formatted(SHARED));
    settings.remove(List.of("training", "scoring"));
    settings.put("task", task).put("stride", 4).put("mostQuestionPieces", 1);
    settings.put("mostAnswerPieces", 3);
    settings.set(
        "recipe",
        json(
            """
            {"epochs": 1, "batch": 4, "learningRate": 0.01, "warmupShare": 0.1, "weightDecay": 0,
             "clipNorm": 1, "beta1": 0.9, "beta2": 0.98, "epsilon": 1e-6}
            """));
    return settings;
  }

  private static ObjectNode fineTuning() {
    ObjectNode settings = json("{%s}".formatted(SHARED));
    settings.remove(List.of("training", "scoring"));
    return settings
        .put("task", "acceptability")
        .put("epochs", 2)
        .put("batch", 4)
        .put("learningRate", 0.01)
        .put("warmupShare", 0.1)
        .put("weightDecay", 0)
        .put("clipNorm", 1)
        .put("beta1", 0.9)
        .put("beta2", 0.98)
        .put("epsilon", 1e-6);
  }

  @Test
  void an_unknown_kind_is_left_to_others() {
    Trial trial = Trial.of("baking", "none", 1, List.of(), json("{}"));

    assertThat(new HarnessCostEstimator().estimate(trial)).isEmpty();
  }

  private void align(String anchor, String rescore) {
    ObjectNode alignment = superNet.putObject("alignment").put("name", "anchor");
    alignment
        .putObject("settings")
        .put("warmupSteps", 10)
        .put("everySteps", 20)
        .put("anchor", anchor)
        .put("rescore", rescore);
  }

  private TrialCost superNetCost() {
    return cost(SuperNetExperiment.KIND, superNet);
  }

  private static TrialCost cost(String kind, ObjectNode settings) {
    Trial trial = Trial.of(kind, "some-method", 1, List.of(), settings);
    return new HarnessCostEstimator().estimate(trial).orElseThrow();
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
