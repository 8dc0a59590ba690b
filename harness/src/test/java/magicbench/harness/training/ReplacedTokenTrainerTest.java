package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.supernet.Slopes;
import magicbench.harness.supernet.Weight;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacedTokenTrainerTest {

  private static final Architecture CHILD = Architecture.parse("mha.sep3.ffn");
  private static final Architecture GENERATOR = Architecture.parse("sep3.ffn");
  private static final LossWeights WEIGHTS = new LossWeights(1, 50);
  private static final List<TokenBatch> HELD_OUT =
      LongStream.range(1000, 1020).mapToObj(TinyTask::batch).toList();

  /** Samples that are the originals and samples that aren't, by turns. */
  private static final DetectionPass.Choice EVERY_OTHER =
      logits -> {
        int[] chosen = TinyTask.batch(0).targets().clone();
        for (int place = 0; place < chosen.length; place += 2) {
          chosen[place] = 1 + chosen[place] % (TinyTask.VOCABULARY - 1);
        }
        return chosen;
      };

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  private DetectionNets nets(DataType type) {
    return nets(type, CHILD);
  }

  private DetectionNets nets(DataType type, Architecture child) {
    NetworkSize narrow =
        new NetworkSize(
            new SpaceSettings(2, List.of("sep3", "ffn"), 6, 2, 12, 2).space(),
            TinyTask.VOCABULARY,
            TinyTask.SEQUENCE);
    return new DetectionNets(
        new ChainSuperNet(narrow, new Seeds(99), manager, type),
        GENERATOR,
        new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager, type),
        child,
        new ClassificationHead(TinyTask.size().space(), 1, TinyTask.SEEDS, manager, type));
  }

  private static ReplacedTokenTrainer trainer(DetectionNets nets, TrainingSettings settings) {
    return new ReplacedTokenTrainer(nets, WEIGHTS, TinyTask::batch, settings, TinyTask.SEEDS);
  }

  private static ReplacedTokenTrainer trainer(DetectionNets nets, long steps) {
    return trainer(nets, TinyTask.settings(steps));
  }

  private static Map<String, List<Float>> values(DetectionNets nets) {
    Map<String, List<Float>> values = new TreeMap<>(TinyTask.values(nets.discriminator()));
    TinyTask.values(nets.generator()).forEach((name, own) -> values.put("generator/" + name, own));
    return values;
  }

  @Test
  void learns_to_tell_replaced_tokens_in_a_language_that_counts() {
    DetectionNets nets = nets(DataType.FLOAT32, Architecture.parse("sep3.ffn.sep3"));
    try (ReplacedTokenTrainer trainer = trainer(nets, 300)) {
      DetectionTally before = trainer.score(HELD_OUT, () -> {});
      assertThat(trainer.trainTo(300)).isEqualTo(new TrainingOutcome.Trained(300));
      DetectionTally after = trainer.score(HELD_OUT, () -> {});

      assertThat(before.detectionLoss()).isCloseTo(Math.log(2), within(0.2));
      assertThat(after.detectionLoss()).isLessThan(before.detectionLoss() / 2);
      assertThat(after.accuracy()).isGreaterThan(after.majorityAccuracy() + 0.03);
      assertThat(after.generatorLoss()).isLessThan(1);
    }
  }

  @Test
  void counts_what_a_score_comes_to() {
    try (ReplacedTokenTrainer trainer = trainer(nets(DataType.FLOAT32), 5)) {
      DetectionTally tally = trainer.score(HELD_OUT, () -> {});

      assertThat(tally.places()).isEqualTo(20L * TinyTask.BATCH * TinyTask.SEQUENCE);
      assertThat(tally.masked()).isEqualTo(20L * TinyTask.BATCH * 2);
      assertThat(tally.replacedShare()).isCloseTo(1 - 1.0 / TinyTask.VOCABULARY, within(0.1));
      assertThat(tally.majorityAccuracy()).isCloseTo(1 - tally.replacedShare() / 4, within(1e-12));
      assertThat(trainer.score(HELD_OUT, () -> {})).isEqualTo(tally);
    }
  }

  @Test
  void its_gradients_agree_with_finite_differences_while_the_sample_is_held() {
    DetectionNets nets = nets(DataType.FLOAT64);
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    try (NDManager scope = nets.discriminator().newScope();
        GradientCollector collector = scope.getEngine().newGradientCollector()) {
      TokenBatch batch = TinyTask.batch(0);
      DetectionPass pass = DetectionPass.of(nets, scope, batch, EVERY_OTHER);
      collector.backward(pass.objective(WEIGHTS, batch));
    }
    for (Weight weight : nets.weights()) {
      double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
      double gradient = Slopes.ofGradient(weight, direction);
      double slope =
          Slopes.measured(nets.discriminator(), weight.array(), direction, () -> objective(nets));
      assertThat(gradient)
          .as(weight.name())
          .isCloseTo(slope, within(1e-5 * Math.max(1e-2, Math.abs(slope))));
    }
  }

  private static double objective(DetectionNets nets) {
    try (NDManager scope = nets.discriminator().newScope()) {
      TokenBatch batch = TinyTask.batch(0);
      DetectionPass pass = DetectionPass.of(nets, scope, batch, EVERY_OTHER);
      return pass.objective(WEIGHTS, batch).toDoubleArray()[0];
    }
  }

  @Test
  void the_detection_loss_is_the_mean_binary_cross_entropy_over_all_places() {
    DetectionNets nets = nets(DataType.FLOAT64);
    try (NDManager scope = nets.discriminator().newScope()) {
      DetectionPass pass = DetectionPass.of(nets, scope, TinyTask.batch(0), EVERY_OTHER);
      double[] outputs = pass.outputs().toDoubleArray();
      double sum = 0;
      for (int place = 0; place < outputs.length; place++) {
        double share = 1 / (1 + Math.exp(-outputs[place]));
        sum -= Math.log(pass.text().replaced()[place] ? share : 1 - share);
      }
      assertThat(pass.detectionLoss().toDoubleArray()[0])
          .isCloseTo(sum / outputs.length, within(1e-12));
    }
  }

  @Test
  void the_detection_loss_reaches_no_weight_of_the_generator() {
    DetectionNets nets = nets(DataType.FLOAT64);
    backward(nets, DetectionPass::generatorLoss);
    double before = slope(nets);
    backward(nets, DetectionPass::detectionLoss);

    assertThat(slope(nets)).isEqualTo(before).isNotZero();
  }

  private static void backward(DetectionNets nets, Function<DetectionPass, NDArray> loss) {
    UniformRandomProvider random = TinyTask.SEEDS.random("draws");
    try (NDManager scope = nets.discriminator().newScope();
        GradientCollector collector = scope.getEngine().newGradientCollector()) {
      DetectionPass.Choice drawn = logits -> TokenSampling.draw(logits, random);
      collector.backward(loss.apply(DetectionPass.of(nets, scope, TinyTask.batch(0), drawn)));
    }
  }

  /** Along a random direction of all of the generator's weights. */
  private static double slope(DetectionNets nets) {
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    return nets.weights().stream()
        .filter(weight -> weight.name().startsWith("generator/"))
        .mapToDouble(
            weight ->
                Slopes.ofGradient(weight, random.doubles(weight.array().size(), -1, 1).toArray()))
        .sum();
  }

  @Test
  void the_same_steps_give_the_same_weights_bit_for_bit() {
    assertThat(trained(7, 0)).isEqualTo(trained(7, 0));
  }

  @Test
  void keeps_the_number_of_live_arrays_constant_from_step_to_step() {
    try (ReplacedTokenTrainer trainer = trainer(nets(DataType.FLOAT32), 20)) {
      trainer.trainTo(1);
      int first = manager.getManagedArrays().size();
      trainer.trainTo(20);
      trainer.score(HELD_OUT, () -> {});
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }

  /** Without momentum, and with epsilon equal to the rate, Adam moves by about the gradient. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void gives_micro_batches_the_gradient_of_the_whole_batch(int microBatch) {
    Map<String, List<Float>> whole = trained(1, 0);
    Map<String, List<Float>> parts = trained(1, microBatch);

    whole.forEach(
        (name, values) -> {
          for (int i = 0; i < values.size(); i++) {
            assertThat(parts.get(name).get(i)).as(name).isCloseTo(values.get(i), within(1e-4f));
          }
        });
    assertThat(parts).isNotEqualTo(values(nets(DataType.FLOAT32)));
  }

  private Map<String, List<Float>> trained(long steps, int microBatch) {
    TrainingSettings settings =
        new TrainingSettings(steps, 4, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, microBatch);
    DetectionNets nets = nets(DataType.FLOAT32);
    try (ReplacedTokenTrainer trainer = trainer(nets, settings)) {
      trainer.trainTo(steps);
      return values(nets);
    }
  }

  @Test
  void leaves_other_child_models_and_the_masked_lm_head_alone() {
    DetectionNets nets = nets(DataType.FLOAT32);
    Map<String, List<Float>> before = values(nets);
    try (ReplacedTokenTrainer trainer = trainer(nets, 5)) {
      trainer.trainTo(2);
      List<String> trained = trainer.weights().stream().map(Weight::name).toList();
      values(nets)
          .forEach(
              (name, values) ->
                  assertThat(values.equals(before.get(name)))
                      .as(name)
                      .isEqualTo(!trained.contains(name)));
      assertThat(trained)
          .contains("layer00/mha/qkv.weight", "generator/head/bias", "embedding/token.weight")
          .doesNotContain("head/bias");
    }
  }

  @Test
  void a_step_whose_loss_isn_t_finite_changes_nothing() {
    DetectionNets nets = nets(DataType.FLOAT32);
    String bias = "head/bias";
    nets.generator().assign(bias, filled(Float.POSITIVE_INFINITY));
    Map<String, List<Float>> before = values(nets);
    try (ReplacedTokenTrainer trainer = trainer(nets, 5)) {
      TrainingOutcome outcome = trainer.trainTo(5);

      assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
      assertThat(((TrainingOutcome.Diverged) outcome).reason()).startsWith("generator loss NaN");
      assertThat(values(nets)).isEqualTo(before);
      nets.generator().assign(bias, filled(0));
      assertThat(trainer.runStep()).isEmpty();
      assertThat(trainer.step()).isOne();
    }
  }

  private static float[] filled(float value) {
    float[] values = new float[TinyTask.VOCABULARY];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void counts_the_passes_of_both_networks_and_draws_two_curves() {
    try (ReplacedTokenTrainer trainer = trainer(nets(DataType.FLOAT32), 5)) {
      trainer.trainTo(5);

      assertThat(trainer.passes()).isEqualTo(new Passes(10, 10));
      assertThat(trainer.detectionCurve()).hasSize(5);
      assertThat(trainer.generatorCurve().get(0).meanLoss())
          .isCloseTo(Math.log(TinyTask.VOCABULARY), within(0.5));
    }
  }
}
