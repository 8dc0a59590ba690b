package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.operator.Garbage;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.Slopes;
import magicbench.harness.supernet.TokenArrays;
import magicbench.harness.supernet.Trace;
import magicbench.harness.supernet.Weight;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InPlaceDistillationTest {

  private static final Architecture TEACHER = Architecture.parse("mha.ffn.mha");
  private static final Architecture CHILD = Architecture.parse("sep3.ffn.sep5");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final UniformRandomProvider random = TinyTask.SEEDS.random("directions");

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void a_taught_child_models_gradient_agrees_with_finite_differences() {
    try (ChainSuperNet net =
            new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager, DataType.FLOAT64);
        NDManager scope = net.newScope()) {
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      NDArray labels = InPlaceDistillation.softLabels(net.logits(TEACHER, batch));
      try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
        collector.backward(objective(net, batch, labels));
      }
      for (Weight weight : net.parametersOf(CHILD)) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double slope =
            Slopes.measured(
                net,
                weight.array(),
                direction,
                () -> objective(net, batch, labels).toDoubleArray()[0]);
        assertThat(Slopes.ofGradient(weight, direction))
            .as(weight.name())
            .isCloseTo(slope, within(1e-6 * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  private static NDArray objective(ChainSuperNet net, TokenArrays batch, NDArray labels) {
    NDArray logits = net.logits(CHILD, batch);
    NDArray loss = net.crossEntropy(logits, batch);
    return new InPlaceDistillation(net, 0.7).mixed(loss, logits, labels);
  }

  @Test
  void soft_labels_equal_to_the_truth_cost_what_the_truth_does() {
    try (ChainSuperNet net = net();
        NDManager scope = net.newScope()) {
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      NDArray logits = net.logits(CHILD, batch);
      NDArray truth = batch.targets().flatten().oneHot(TinyTask.VOCABULARY);
      NDArray loss = net.crossEntropy(logits, batch);
      assertThat(new InPlaceDistillation(net, 1).mixed(loss, logits, truth).getFloat())
          .isCloseTo(loss.getFloat(), within(1e-6f));
    }
  }

  @Test
  void its_gradient_outlives_a_collection_of_garbage() throws InterruptedException {
    assertThat(gradient(true)).isEqualTo(gradient(false));
  }

  private float[] gradient(boolean collects) throws InterruptedException {
    try (NDManager scope = manager.newSubManager();
        ChainSuperNet net = net()) {
      NDArray logits = scope.create(new float[][] {{1, 2, 3}, {0, 1, -1}});
      NDArray labels = scope.create(new float[][] {{0.2f, 0.3f, 0.5f}, {1, 0, 0}});
      logits.setRequiresGradient(true);
      try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
        NDArray objective = new InPlaceDistillation(net, 0.7).mixed(logits.mean(), logits, labels);
        if (collects) {
          Garbage.collect();
        }
        collector.backward(objective);
      }
      return logits.getGradient().toFloatArray();
    }
  }

  @Test
  void the_taught_send_no_gradient_to_an_operator_that_only_their_teacher_uses() {
    assertThat(gradientOfAttention(List.of(TEACHER, CHILD)))
        .isEqualTo(gradientOfAttention(List.of(TEACHER)));
  }

  private float[] gradientOfAttention(List<Architecture> paths) {
    try (ChainSuperNet net = net();
        NDManager scope = net.newScope()) {
      new InPlaceDistillation(net, 1).backward(paths, TinyTask.batch(0).arrays(scope), 1);
      try (NDArray gradient = net.weights().get("layer00/mha/out.weight").array().getGradient()) {
        return gradient.toFloatArray();
      }
    }
  }

  @Test
  void a_share_of_zero_equals_averaging_bit_for_bit() {
    assertThat(trained(new StepRule.Distil(0), 0)).isEqualTo(trained(new StepRule.Average(), 0));
  }

  @Test
  void a_share_above_zero_trains_otherwise() {
    assertThat(trained(new StepRule.Distil(0.5), 0))
        .isNotEqualTo(trained(new StepRule.Average(), 0));
  }

  @Test
  void parts_of_a_batch_are_taught_what_the_whole_batch_is() {
    Map<String, List<Float>> whole = trained(new StepRule.Distil(1), 0);
    Map<String, List<Float>> parts = trained(new StepRule.Distil(1), 2);
    whole.forEach(
        (name, values) -> {
          for (int i = 0; i < values.size(); i++) {
            assertThat(parts.get(name).get(i)).as(name).isCloseTo(values.get(i), within(1e-5f));
          }
        });
  }

  /** With epsilon equal to the rate, rounding isn't blown up to whole steps. */
  private Map<String, List<Float>> trained(StepRule rule, int microBatch) {
    TrainingSettings settings =
        new TrainingSettings(3, 4, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, microBatch);
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer =
            new SuperNetTrainer(net, pair(rule), TinyTask::batch, settings, TinyTask.SEEDS)) {
      trainer.trainTo(1);
      int arrays = manager.getManagedArrays().size();
      trainer.trainTo(3);
      assertThat(manager.getManagedArrays()).hasSize(arrays);
      assertThat(trainer.passes()).isEqualTo(new Passes(6, 6));
      return TinyTask.values(net);
    }
  }

  @Test
  void can_not_go_with_an_alignment() {
    Aligning aligning = new Aligning(new SomeAlignment(), List.of());
    assertThatThrownBy(() -> new Recipe(pair(new StepRule.Distil(1)), aligning))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only averaged gradients can be aligned");
  }

  private ChainSuperNet net() {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
  }

  private static PathSampler pair(StepRule rule) {
    return new RuledPaths(List.of(TEACHER, CHILD), rule);
  }

  private static final class SomeAlignment implements Alignment {

    @Override
    public Optional<Architecture> anchor(long step) {
      return Optional.of(CHILD);
    }

    @Override
    public NDArray penalty(Trace child, Trace anchor) {
      throw new UnsupportedOperationException("nobody trains with it");
    }

    @Override
    public void trained(long step, Architecture child, SelectionLoss losses) {
      throw new UnsupportedOperationException("nobody trains with it");
    }

    @Override
    public String state() {
      return "";
    }

    @Override
    public void restore(String state) {
      throw new UnsupportedOperationException("nobody resumes it");
    }
  }
}
