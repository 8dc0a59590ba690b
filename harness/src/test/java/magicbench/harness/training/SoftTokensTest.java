package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.Slopes;
import magicbench.harness.supernet.TokenArrays;
import magicbench.harness.supernet.Weight;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftTokensTest {

  private static final Architecture CHILD = Architecture.parse("mha.sep3.ffn");

  @TempDir private Path folder;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  /** A teacher that takes the next token for the true one, and sometimes the one after it. */
  private static TokenBatch taught(long step, double softShare) {
    TokenBatch batch = TinyTask.batch(step);
    int[] pieces = new int[2 * batch.targets().length];
    float[] probabilities = new float[pieces.length];
    for (int place = 0; place < batch.targets().length; place++) {
      pieces[2 * place] = next(batch.targets()[place]);
      pieces[2 * place + 1] = next(pieces[2 * place]);
      probabilities[2 * place] = 0.9f;
      probabilities[2 * place + 1] = 0.1f;
    }
    return batch.taught(new SoftTokens(softShare, pieces, probabilities, 2));
  }

  private static int next(int token) {
    return 1 + token % (TinyTask.VOCABULARY - 1);
  }

  private ChainSuperNet net(DataType type) {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager, type);
  }

  @Test
  void its_gradient_agrees_with_finite_differences() {
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    ChainSuperNet net = net(DataType.FLOAT64);
    TokenBatch batch = taught(0, 0.5);
    try (NDManager scope = net.newScope()) {
      TokenArrays arrays = batch.arrays(scope);
      try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
        collector.backward(batch.soft().get().crossEntropy(net.logits(CHILD, arrays)));
      }
      for (Weight weight : net.parametersOf(CHILD)) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double slope = Slopes.measured(net, weight.array(), direction, () -> soft(net, batch));
        assertThat(Slopes.ofGradient(weight, direction))
            .as(weight.name())
            .isCloseTo(slope, within(1e-6 * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  private static double soft(ChainSuperNet net, TokenBatch batch) {
    try (NDManager scope = net.newScope()) {
      NDArray logits = net.logits(CHILD, batch.arrays(scope));
      return batch.soft().get().crossEntropy(logits).toDoubleArray()[0];
    }
  }

  @Test
  void a_teacher_that_is_sure_of_the_truth_costs_what_the_truth_does() {
    ChainSuperNet net = net(DataType.FLOAT64);
    TokenBatch batch = TinyTask.batch(0);
    float[] sure = new float[batch.targets().length];
    Arrays.fill(sure, 1);
    TokenBatch taught = batch.taught(new SoftTokens(1, batch.targets(), sure, 1));
    try (NDManager scope = net.newScope()) {
      double loss = net.loss(CHILD, batch.arrays(scope)).toDoubleArray()[0];

      assertThat(soft(net, taught)).isCloseTo(loss, within(1e-12));
    }
  }

  @Test
  void a_teacher_with_all_of_the_loss_is_believed_against_the_truth() {
    ChainSuperNet net = net(DataType.FLOAT32);
    train(net, TinyTask.fixed(CHILD), step -> taught(step, 1), TinyTask.settings(300));
    int believed = 0;
    try (NDManager scope = net.newScope()) {
      TokenBatch held = TinyTask.batch(10_000);
      long[] told = net.logits(CHILD, held.arrays(scope)).argMax(1).toLongArray();
      for (int place = 0; place < told.length; place++) {
        believed += told[place] == next(held.targets()[place]) ? 1 : 0;
      }
    }
    assertThat(believed).isEqualTo(8);
  }

  private static void train(
      ChainSuperNet net,
      PathSampler sampler,
      BatchSource<TokenBatch> batches,
      TrainingSettings settings) {
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(net, sampler, batches, settings, TinyTask.SEEDS)) {
      assertThat(trainer.trainTo(settings.steps()))
          .isEqualTo(new TrainingOutcome.Trained(settings.steps()));
    }
  }

  /** Without the last row's second masked place, so that parts of equal rows count unequally. */
  private static TokenBatch uneven(long step) {
    TokenBatch whole = taught(step, 0.5);
    int places = whole.targets().length - 1;
    SoftTokens soft = whole.soft().orElseThrow();
    return new TokenBatch(
            whole.inputIds(),
            whole.batch(),
            whole.sequence(),
            Arrays.copyOf(whole.positions(), places),
            Arrays.copyOf(whole.targets(), places))
        .taught(
            new SoftTokens(
                0.5,
                Arrays.copyOf(soft.pieces(), 2 * places),
                Arrays.copyOf(soft.probabilities(), 2 * places),
                2));
  }

  @Test
  void a_resumed_run_is_taught_what_an_uninterrupted_one_is() {
    Path file = folder.resolve("checkpoint.safetensors");
    try (ChainSuperNet whole = net(DataType.FLOAT32);
        ChainSuperNet first = net(DataType.FLOAT32);
        ChainSuperNet second = net(DataType.FLOAT32)) {
      try (SuperNetTrainer trainer = trainer(whole)) {
        trainer.trainTo(6);
      }
      try (SuperNetTrainer trainer = trainer(first)) {
        trainer.trainTo(3);
        trainer.save(file);
      }
      try (SuperNetTrainer trainer = trainer(second)) {
        trainer.restore(file);
        trainer.trainTo(6);
      }
      assertThat(TinyTask.values(second)).isEqualTo(TinyTask.values(whole));
    }
  }

  private static SuperNetTrainer trainer(ChainSuperNet net) {
    return new SuperNetTrainer(
        net,
        TinyTask.fixed(CHILD),
        step -> taught(step, 0.5),
        TinyTask.settings(6),
        TinyTask.SEEDS);
  }

  @Test
  void parts_of_a_batch_are_taught_what_the_whole_batch_is() {
    Map<String, List<Float>> whole = trained(0);
    Map<String, List<Float>> parts = trained(2);
    whole.forEach(
        (name, values) -> {
          for (int i = 0; i < values.size(); i++) {
            assertThat(parts.get(name).get(i)).as(name).isCloseTo(values.get(i), within(1e-5f));
          }
        });
  }

  /** With epsilon equal to the rate, rounding isn't blown up to whole steps. */
  private Map<String, List<Float>> trained(int microBatch) {
    TrainingSettings settings =
        new TrainingSettings(3, 4, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, microBatch);
    try (ChainSuperNet net = net(DataType.FLOAT32)) {
      train(net, TinyTask.fixed(CHILD), SoftTokensTest::uneven, settings);
      return TinyTask.values(net);
    }
  }

  @Test
  void a_step_leaves_no_array_behind() {
    ChainSuperNet net = net(DataType.FLOAT32);
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(
            net,
            TinyTask.fixed(CHILD),
            step -> taught(step, 0.5),
            TinyTask.settings(9),
            TinyTask.SEEDS)) {
      trainer.runStep();
      int before = manager.getManagedArrays().size();
      trainer.runStep();
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void a_teacher_is_refused_beside_a_rule_that_would_not_hear_it() {
    ChainSuperNet net = net(DataType.FLOAT32);
    PathSampler ruled = new RuledPaths(List.of(CHILD), new StepRule.Distil(0.5));
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(
            net, ruled, step -> taught(step, 0.5), TinyTask.settings(9), TinyTask.SEEDS)) {
      assertThatThrownBy(trainer::runStep)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("what a teacher left goes with averaged gradients alone");
    }
  }

  @Test
  void refuses_what_does_not_fit() {
    int[] ids = {1, 2, 3};
    float[] shares = {0.5f, 0.5f, 1};
    assertThatThrownBy(() -> new SoftTokens(0, ids, shares, 1))
        .hasMessage("softShare is 0.0; with a teacher it must be above 0 to 1");
    assertThatThrownBy(() -> new SoftTokens(0.5, ids, shares, 2))
        .hasMessage("a teacher's 3 pieces and 3 probabilities, 2 of each place");
    assertThatThrownBy(() -> TinyTask.batch(0).taught(new SoftTokens(0.5, ids, shares, 1)))
        .hasMessage("8 masked places, but a teacher tells of 3");
  }
}
