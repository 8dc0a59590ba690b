package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.Weight;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperNetTrainerTest {

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ChainSuperNet net = new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);

  @AfterEach
  void free() {
    manager.close();
  }

  private SuperNetTrainer trainer(long steps, int paths) {
    return new SuperNetTrainer(
        net,
        TinyTask.uniform(net.size().space(), paths),
        TinyTask::batch,
        TinyTask.settings(steps),
        TinyTask.SEEDS);
  }

  @Test
  void learns_a_language_that_counts() {
    List<TokenBatch> held = LongStream.range(1000, 1010).mapToObj(TinyTask::batch).toList();
    List<Architecture> child = List.of(Architecture.parse("mha.ffn.sep3"));
    try (SuperNetTrainer trainer = trainer(600, 1)) {
      double before = trainer.validationLoss(held, child);
      trainer.trainTo(600);
      double after = trainer.validationLoss(held, child);
      assertThat(before).isBetween(2.2, 2.9);
      assertThat(after).isLessThan(1);
    }
  }

  @Test
  void keeps_the_number_of_live_arrays_constant_from_step_to_step() {
    try (SuperNetTrainer trainer = trainer(20, 2)) {
      trainer.trainTo(1);
      int first = manager.getManagedArrays().size();
      trainer.trainTo(20);
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }

  /** Without momentum, and with epsilon equal to the rate, Adam moves by about the gradient. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void gives_micro_batches_the_gradient_of_the_whole_batch(int microBatch) {
    Map<String, List<Float>> before = TinyTask.values(net);
    Map<String, List<Float>> whole = trained(0);
    Map<String, List<Float>> parts = trained(microBatch);

    assertThat(distance(before, whole)).isGreaterThan(0.1);
    assertThat(distance(whole, parts)).isLessThan(1e-5);
  }

  @Test
  void passes_over_no_more_rows_at_once_than_a_micro_batch_has() {
    assertThat(trained(1)).isNotEqualTo(trained(0));
  }

  private Map<String, List<Float>> trained(int microBatch) {
    TrainingSettings settings =
        new TrainingSettings(3, 4, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, microBatch);
    try (ChainSuperNet fresh = new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                fresh,
                TinyTask.uniform(fresh.size().space(), 2),
                TinyTask::batch,
                settings,
                TinyTask.SEEDS)) {
      trainer.trainTo(3);
      return TinyTask.values(fresh);
    }
  }

  @Test
  void tells_the_sampler_of_the_run_before_its_first_step() {
    Announced sampler = new Announced(TinyTask.uniform(net.size().space()), new ArrayList<>());
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(net, sampler, TinyTask::batch, TinyTask.settings(7), TinyTask.SEEDS)) {
      trainer.trainTo(2);
    }
    assertThat(sampler.calls())
        .containsExactly(
            "begin 17, 7 steps",
            "next " + TinyTask.SEEDS.randomAt("sampler", 0).nextLong(),
            "next " + TinyTask.SEEDS.randomAt("sampler", 1).nextLong());
  }

  /** Without momentum Adam moves by rate · g / (|g| + epsilon): the move tells the gradient. */
  @Test
  void shows_the_sampler_how_large_each_operators_gradient_was() {
    Watching sampler = new Watching(TinyTask.uniform(net.size().space(), 2), new TreeMap<>());
    TrainingSettings one =
        new TrainingSettings(1, 4, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, 0);
    Map<String, List<Float>> before = TinyTask.values(net);
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(net, sampler, TinyTask::batch, one, TinyTask.SEEDS)) {
      trainer.trainTo(1);
    }
    Map<String, List<Float>> after = TinyTask.values(net);
    assertThat(sampler.norms()).hasSizeGreaterThan(3);
    sampler
        .norms()
        .forEach(
            (owner, norm) ->
                assertThat(norm)
                    .as(owner)
                    .isCloseTo(gradientNorm(owner, before, after), withinPercentage(0.1)));
  }

  private static double gradientNorm(
      String owner, Map<String, List<Float>> before, Map<String, List<Float>> after) {
    double squares = 0;
    for (String name : after.keySet()) {
      for (int i = 0; name.startsWith(owner) && i < after.get(name).size(); i++) {
        double move = Math.abs(after.get(name).get(i) - before.get(name).get(i));
        squares += Math.pow(0.9 * move / (0.9 - move), 2);
      }
    }
    return Math.sqrt(squares);
  }

  @Test
  void trains_the_same_weights_when_the_sampler_looks_at_gradients() {
    Watching sampler = new Watching(TinyTask.uniform(net.size().space(), 2), new TreeMap<>());
    try (ChainSuperNet fresh = new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
        SuperNetTrainer watched =
            new SuperNetTrainer(
                fresh, sampler, TinyTask::batch, TinyTask.settings(9), TinyTask.SEEDS);
        SuperNetTrainer unwatched = trainer(9, 2)) {
      watched.trainTo(1);
      int arrays = manager.getManagedArrays().size();
      watched.trainTo(9);
      assertThat(manager.getManagedArrays()).hasSize(arrays);
      unwatched.trainTo(9);
      assertThat(TinyTask.values(fresh)).isEqualTo(TinyTask.values(net));
    }
  }

  private record Watching(PathSampler sampler, Map<String, Double> norms) implements PathSampler {

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return sampler.next(random);
    }

    @Override
    public void trained(List<Architecture> paths, GradientNorms gradients) {
      for (Architecture path : paths) {
        for (int layer = 0; layer < path.operators().size(); layer++) {
          String operator = path.operators().get(layer);
          norms.put("layer0" + layer + "/" + operator, gradients.of(layer, operator));
        }
      }
    }

    @Override
    public String state() {
      return sampler.state();
    }

    @Override
    public void restore(String state) {
      sampler.restore(state);
    }
  }

  private record Announced(PathSampler sampler, List<String> calls) implements PathSampler {

    @Override
    public void begin(Seeds seeds, long steps) {
      calls.add("begin " + seeds.seed() + ", " + steps + " steps");
    }

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      calls.add("next " + random.nextLong());
      return sampler.next(random);
    }

    @Override
    public String state() {
      return sampler.state();
    }

    @Override
    public void restore(String state) {
      sampler.restore(state);
    }
  }

  @Test
  void records_divergence_as_an_outcome() {
    TrainingSettings wild =
        new TrainingSettings(50, 4, 9.9, 0, Decay.CONSTANT, 9.9, 0, 0.9, 0.999, 1e-8, 0, 0);
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(
            net, TinyTask.uniform(net.size().space()), TinyTask::batch, wild, TinyTask.SEEDS)) {
      TrainingOutcome outcome = trainer.trainTo(50);
      assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
      assertThat(((TrainingOutcome.Diverged) outcome).step()).isEqualTo(trainer.step());
    }
  }

  @Test
  void leaves_weights_off_the_path_alone() {
    Architecture path = Architecture.parse("mha.ffn.sep3");
    Map<String, List<Float>> before = TinyTask.values(net);
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(
            net, TinyTask.fixed(path), TinyTask::batch, TinyTask.settings(5), TinyTask.SEEDS)) {
      trainer.trainTo(5);
    }
    Map<String, List<Float>> after = TinyTask.values(net);
    Set<String> used =
        net.parametersOf(path).stream().map(Weight::name).collect(Collectors.toSet());
    assertThat(after.keySet())
        .allSatisfy(
            name ->
                assertThat(after.get(name).equals(before.get(name)))
                    .as(name)
                    .isNotEqualTo(used.contains(name)));
  }

  /** Without momentum, and with epsilon equal to the rate, Adam moves by about the gradient. */
  @Test
  void clips_the_global_norm_of_the_gradient() {
    TrainingSettings clipped =
        new TrainingSettings(1, 4, 0.9, 0, Decay.CONSTANT, 0, 0.01, 0, 0, 0.9, 0, 0);
    Map<String, List<Float>> before = TinyTask.values(net);
    try (SuperNetTrainer trainer =
        new SuperNetTrainer(
            net, TinyTask.uniform(net.size().space()), TinyTask::batch, clipped, TinyTask.SEEDS)) {
      trainer.trainTo(1);
    }
    assertThat(distance(before, TinyTask.values(net))).isBetween(0.009, 0.0101);
  }

  private static double distance(Map<String, List<Float>> left, Map<String, List<Float>> right) {
    double squares = 0;
    for (Map.Entry<String, List<Float>> entry : left.entrySet()) {
      for (int i = 0; i < entry.getValue().size(); i++) {
        squares += Math.pow(entry.getValue().get(i) - right.get(entry.getKey()).get(i), 2);
      }
    }
    return Math.sqrt(squares);
  }
}
