package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReptileStepTest {

  private static final Architecture FIRST = Architecture.parse("mha.ffn.mha");
  private static final Architecture SECOND = Architecture.parse("sep3.ffn.sep5");
  private static final StepRule.Outer WHOLE = new StepRule.Interpolation(1);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void one_inner_step_of_one_path_is_gradient_descent() {
    Map<String, List<Float>> expected = combined(start(), gradient(), (at, g) -> at - 0.1 * g);
    assertClose(trained(new StepRule.Reptile(1, 0.1, WHOLE), 1, FIRST), expected, 1e-7);
  }

  @Test
  void two_inner_steps_of_one_path_are_two_steps_of_gradient_descent() {
    assertClose(
        trained(new StepRule.Reptile(2, 0.1, WHOLE), 1, FIRST),
        trained(new StepRule.Reptile(1, 0.1, WHOLE), 2, FIRST),
        1e-6);
  }

  @Test
  void the_outer_rate_is_the_part_of_the_way_that_is_gone() {
    Map<String, List<Float>> whole = trained(new StepRule.Reptile(3, 0.1, WHOLE), 1, FIRST);
    assertClose(
        trained(new StepRule.Reptile(3, 0.1, new StepRule.Interpolation(0.25)), 1, FIRST),
        combined(start(), whole, (from, to) -> from + 0.25 * (to - from)),
        1e-7);
  }

  @Test
  void every_path_starts_from_the_steps_own_weights() {
    StepRule rule = new StepRule.Reptile(2, 0.1, WHOLE);
    Map<String, List<Float>> mean =
        combined(trained(rule, 1, FIRST), trained(rule, 1, SECOND), (a, b) -> (a + b) / 2);
    assertClose(trained(rule, 1, FIRST, SECOND), mean, 1e-6);
  }

  @Test
  void one_inner_step_under_the_optimiser_is_averaging() {
    assertClose(
        trained(new StepRule.Reptile(1, 0.1, new StepRule.Optimiser()), 3, FIRST, SECOND),
        trained(new StepRule.Average(), 3, FIRST, SECOND),
        1e-5);
  }

  @Test
  void the_optimiser_sees_two_inner_steps_as_their_mean_gradient() {
    StepRule rule = new StepRule.Reptile(2, 1e-4, new StepRule.Optimiser());
    assertClose(trained(rule, 1, FIRST), trained(new StepRule.Average(), 1, FIRST), 1e-3);
  }

  @Test
  void clips_each_inner_gradient() {
    double length = 0;
    Map<String, List<Float>> after =
        trained(new StepRule.Reptile(1, 1, WHOLE), settings(1, 0, 0.01), FIRST);
    for (List<Float> moves : combined(start(), after, (a, b) -> b - a).values()) {
      length += moves.stream().mapToDouble(move -> move * move).sum();
    }
    assertThat(Math.sqrt(length)).isBetween(0.0099, 0.0101);
  }

  @Test
  void matrices_decay_and_nothing_else_does() {
    StepRule rule = new StepRule.Reptile(1, 0.1, WHOLE);
    Map<String, List<Float>> plain = trained(rule, settings(1, 0, 0), FIRST);
    Map<String, List<Float>> decayed = trained(rule, settings(1, 0.1, 0), FIRST);
    // learning rate 0.9, decay 0.1
    assertMove("layer01/ffn/in.weight", plain, decayed, -0.09);
    assertMove("norm.gain", plain, decayed, 0);
  }

  private void assertMove(
      String name, Map<String, List<Float>> plain, Map<String, List<Float>> decayed, double part) {
    String key = plain.keySet().stream().filter(k -> k.endsWith(name)).findFirst().orElseThrow();
    for (int i = 0; i < plain.get(key).size(); i++) {
      double move = decayed.get(key).get(i) - plain.get(key).get(i);
      assertThat(move)
          .isBetween(part * start().get(key).get(i) - 1e-6, part * start().get(key).get(i) + 1e-6);
    }
  }

  @Test
  void a_step_that_diverges_half_way_changes_no_weight() {
    StepRule wild = new StepRule.Reptile(2, 1e30, WHOLE);
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, wild, settings(3, 0, 0), FIRST, SECOND)) {
      assertThat(trainer.trainTo(3)).isInstanceOf(TrainingOutcome.Diverged.class);
      assertThat(TinyTask.values(net)).isEqualTo(start());
      assertThat(trainer.passes()).isEqualTo(new Passes(2, 2)); // the second inner pass failed
      net.weights()
          .values()
          .forEach(weight -> assertThat(largestGradient(weight.array())).isZero());
    }
  }

  private static float largestGradient(NDArray array) {
    try (NDArray gradient = array.getGradient();
        NDArray sizes = gradient.abs();
        NDArray largest = sizes.max()) {
      return largest.getFloat();
    }
  }

  @Test
  void counts_every_inner_pass_and_leaves_no_array_behind() {
    StepRule rule = new StepRule.Reptile(3, 0.1, WHOLE);
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, rule, settings(4, 0.1, 1), FIRST, SECOND)) {
      trainer.trainTo(1);
      int arrays = manager.getManagedArrays().size();
      trainer.trainTo(4);
      assertThat(manager.getManagedArrays()).hasSize(arrays);
      assertThat(trainer.passes()).isEqualTo(new Passes(4 * 2 * 3, 4 * 2 * 3));
    }
  }

  /** Of the batch that every step here trains on. */
  private Map<String, List<Float>> gradient() {
    try (ChainSuperNet net = net();
        NDManager scope = net.newScope()) {
      try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
        collector.backward(net.loss(FIRST, TinyTask.batch(0).arrays(scope)));
      }
      Map<String, List<Float>> gradients = new TreeMap<>();
      net.weights()
          .forEach(
              (name, weight) -> {
                try (NDArray gradient = weight.array().getGradient()) {
                  Float[] values = new Float[(int) gradient.size()];
                  float[] floats = gradient.toFloatArray();
                  for (int i = 0; i < values.length; i++) {
                    values[i] = floats[i];
                  }
                  gradients.put(name, List.of(values));
                }
              });
      return gradients;
    }
  }

  private Map<String, List<Float>> start() {
    try (ChainSuperNet net = net()) {
      return TinyTask.values(net);
    }
  }

  private Map<String, List<Float>> trained(StepRule rule, long steps, Architecture... paths) {
    return trained(rule, settings(steps, 0, 0), paths);
  }

  private Map<String, List<Float>> trained(
      StepRule rule, TrainingSettings settings, Architecture... paths) {
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, rule, settings, paths)) {
      assertThat(trainer.trainTo(settings.steps())).isInstanceOf(TrainingOutcome.Trained.class);
      return TinyTask.values(net);
    }
  }

  private static SuperNetTrainer trainer(
      ChainSuperNet net, StepRule rule, TrainingSettings settings, Architecture... paths) {
    return new SuperNetTrainer(
        net,
        new RuledPaths(List.of(paths), rule),
        step -> TinyTask.batch(0),
        settings,
        TinyTask.SEEDS);
  }

  /** With epsilon equal to the rate, rounding isn't blown up to whole steps of the optimiser. */
  private static TrainingSettings settings(long steps, double weightDecay, double clipNorm) {
    return new TrainingSettings(
        steps, 4, 0.9, 0, Decay.CONSTANT, weightDecay, clipNorm, 0, 0, 0.9, 0, 0);
  }

  private ChainSuperNet net() {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
  }

  private static Map<String, List<Float>> combined(
      Map<String, List<Float>> left, Map<String, List<Float>> right, DoubleBinaryOperator of) {
    Map<String, List<Float>> combined = new TreeMap<>();
    left.forEach(
        (name, values) -> {
          Float[] results = new Float[values.size()];
          for (int i = 0; i < results.length; i++) {
            results[i] = (float) of.applyAsDouble(values.get(i), right.get(name).get(i));
          }
          combined.put(name, List.of(results));
        });
    return combined;
  }

  private static void assertClose(
      Map<String, List<Float>> actual, Map<String, List<Float>> expected, double tolerance) {
    Map<String, List<Float>> gaps = combined(actual, expected, (a, b) -> Math.abs(a - b));
    gaps.forEach(
        (name, values) ->
            assertThat(values)
                .as(name)
                .allSatisfy(gap -> assertThat((double) gap).isLessThan(tolerance)));
  }
}
