package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import magicbench.results.file.Json;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

/** Costs of the kinds of trial on images by hand, in forward passes of one image. */
class ImageCostEstimatorTest {

  /** Multiply-adds of 16 pixels: a stem of 3 × 3 from 1 to 2 channels; 5 classes of 4 features. */
  private static final double ENDS = 16 * 9 * 2 + 4 * 5;

  /** The first layer from 2 to 4 channels: its depthwise convolution, and its narrowing one. */
  private static final double FIRST_1 = 16 * (9 * 2 + 2 * 4);

  /** The same, widened to 4 channels. */
  private static final double FIRST_2 = 16 * (2 * 4 + 9 * 4 + 4 * 4);

  private static final double SECOND_1 = 16 * (9 * 4 + 4 * 4);
  private static final double SECOND_2 = 16 * (4 * 8 + 9 * 8 + 8 * 4);

  /** Two floating-point operations a multiply-add. */
  private static final double MEAN = 2 * (ENDS + (FIRST_1 + FIRST_2 + SECOND_1 + SECOND_2) / 2);

  private static final double SMALL = 2 * (ENDS + FIRST_1 + SECOND_1);
  private static final double LARGE = 2 * (ENDS + FIRST_2 + SECOND_2);

  private static final int BATCH = 8;

  /** 10 scored images and 6 calibration images. */
  private static final int SCORED = 16;

  private static final String IMAGES =
      """
      "device": "cpu",
      "images": {
        "space": {"side": 8, "channels": 1, "classes": 5, "stemWidth": 2, "stemStride": 2,
                  "firstWidth": 0, "stages": [{"layers": 2, "width": 4, "stride": 1}],
                  "kernels": [3], "expansions": [1, 2], "skip": false, "headWidth": 0,
                  "normalisation": "batch"},
        "scoredBatch": 10, "calibration": 6}
      """;

  private static final String TRAINED =
      IMAGES
          + """
            , "training": {"steps": 60, "batch": 8, "learningRate": 0.01, "warmupSteps": 2,
                           "decay": "linear", "weightDecay": 0, "clipNorm": 1.0, "beta1": 0.9,
                           "beta2": 0.98, "epsilon": 1e-6, "checkpointEverySteps": 7}
            """;

  private static final String SCORING =
      TRAINED + ", \"scoring\": {\"trainedShares\": [0.5, 1.0], \"batches\": 3}";

  private final ObjectNode superNet =
      json(
          "{%s, \"sampler\": {\"name\": \"magic-t\"}, \"selectionBatches\": 2, %s}"
              .formatted(SCORING, "\"architectures\": [\"k3e1.k3e1\", \"k3e2.k3e2\"]"));

  /** 60 steps; two child models scored twice on 3 batches. */
  private static final double PLAIN = 3 * 60 * BATCH * MEAN + 2 * 3 * SCORED * (SMALL + LARGE);

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

  private static void assertCost(TrialCost cost, long steps, double flops) {
    assertThat(cost.steps()).isEqualTo(steps);
    assertThat(cost.flops()).isCloseTo(flops, within(1e-9 * flops));
  }

  @Test
  void a_data_set_and_a_twin_cost_nothing() {
    ObjectNode images = json("{\"source\": \"drawn\", \"side\": 8, \"heldOut\": 5, \"most\": 9}");

    assertThat(cost(ImagesExperiment.KIND, images)).isEqualTo(new TrialCost(0, 0));
    assertThat(cost(ImageTwinExperiment.KIND, json("{\"maker\": \"mobile-net-v2\"}")))
        .isEqualTo(new TrialCost(0, 0));
  }

  @Test
  void a_super_net_costs_its_training_and_its_scores_with_their_calibration() {
    assertCost(cost(ImageSuperNetExperiment.KIND, superNet), 60, PLAIN);
  }

  @Test
  void a_probe_at_the_end_costs_a_gradient_a_base_and_layer() {
    superNet.putObject("probe").put("bases", 3);

    assertCost(
        cost(ImageSuperNetExperiment.KIND, superNet), 60, PLAIN + 3 * (3 * 2) * BATCH * MEAN);
  }

  @Test
  void an_alignment_costs_the_anchors_passes_and_those_that_choose_it() {
    ObjectNode alignment = superNet.putObject("alignment").put("name", "anchor");
    alignment
        .putObject("settings")
        .put("warmupSteps", 10)
        .put("everySteps", 20)
        .put("anchor", "best")
        .put("rescore", "fresh");

    // Steps 10 to 59 have an anchor; steps 0 (one child model), 19, 39 and 59 (two) choose it, on 2
    // scored batches.
    assertCost(
        cost(ImageSuperNetExperiment.KIND, superNet),
        60,
        PLAIN + (50 * BATCH + 2 * (1 + 3 * 2) * SCORED) * MEAN);
  }

  @Test
  void child_models_apart_cost_an_equal_part_of_the_steps_each() {
    assertCost(
        cost(ImageSuperNetExperiment.KIND, superNet.put("apart", true)),
        60,
        (3 * 30 * BATCH + 2 * 3 * SCORED) * (SMALL + LARGE));
  }

  @Test
  void a_child_model_alone_costs_its_own_operations() {
    ObjectNode settings = json("{%s, \"architecture\": \"k3e2.k3e2\"}".formatted(SCORING));

    assertCost(
        cost(ImageStandAloneExperiment.KIND, settings),
        60,
        (3 * 60 * BATCH + 2 * 3 * SCORED) * LARGE);
  }

  @Test
  void an_interference_probe_costs_its_steps_its_gradients_and_its_validations() {
    ObjectNode settings = json("{%s, \"validationBatches\": 2}".formatted(TRAINED));
    ObjectNode probe = settings.putObject("probe").put("bases", 3);
    probe.put("interventionBases", 0).put("controlBases", 0);
    probe.putArray("trainedShares").add(0.5).add(1.0);
    settings.putObject("samplerSettings");

    // Two probes of 3 bases with one partner each; 8 child models on 2 batches after steps 0, 30
    // and 60.
    assertCost(
        cost(ImageProbeExperiment.KIND, settings),
        60,
        (3 * (60 + 2 * 3 * 2) * BATCH + 3 * 2 * 8 * SCORED) * MEAN);
  }

  @Test
  void a_search_costs_a_scored_batch_an_evaluation_and_batch() {
    ObjectNode settings = json("{%s}".formatted(IMAGES));
    settings.put("evaluations", 20).put("batch", BATCH).put("batches", 3);
    settings.putObject("strategy").put("name", "random");

    assertCost(cost(ImageSearchExperiment.KIND, settings), 0, 20 * 3 * SCORED * MEAN);
  }

  @Test
  void a_network_that_is_named_costs_its_own_operations_to_train() {
    ObjectNode settings = json("{%s, \"task\": \"drawn\"}".formatted(TRAINED));

    assertCost(
        cost(ImageTrainingExperiment.KIND, settings.put("architecture", "k3e1.k3e1")),
        60,
        3 * 60 * BATCH * SMALL);
  }

  @Test
  void a_found_network_costs_what_the_mean_one_does() {
    ObjectNode settings = json("{%s, \"task\": \"drawn\"}".formatted(TRAINED));

    assertCost(cost(ImageTrainingExperiment.KIND, settings), 60, 3 * 60 * BATCH * MEAN);
  }
}
