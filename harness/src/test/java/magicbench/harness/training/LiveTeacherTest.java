package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.harness.operator.Padding;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.Slopes;
import magicbench.harness.supernet.TokenArrays;
import magicbench.harness.supernet.Weight;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTeacherTest {

  private static final Architecture CHILD = Architecture.parse("mha.sep3.ffn");
  private static final Architecture TEACHER = Architecture.parse("ffn.mha.ffn.mha");

  private static final Shape THREE = new Shape(1, 3, 3);

  @TempDir private Path folder;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  private ChainSuperNet net(DataType type) {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager, type);
  }

  /** Deeper, wider and with other heads than those that it teaches. */
  private LiveTeacher teacher(DataType type, Lessons lessons) {
    SpaceSettings space = new SpaceSettings(4, List.of("mha", "ffn"), 12, 3, 20, 0);
    NetworkSize size = new NetworkSize(space.space(), TinyTask.VOCABULARY, TinyTask.SEQUENCE);
    return new LiveTeacher(new ChainSuperNet(size, new Seeds(5), manager, type), TEACHER, lessons);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0, 0", "0, 2, 0", "0, 0, 3", "0.3, 2, 3"})
  void its_gradient_agrees_with_finite_differences(double soft, double hidden, double attention) {
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    LiveTeacher teacher = teacher(DataType.FLOAT64, new Lessons(soft, hidden, attention));
    ChainSuperNet net = net(DataType.FLOAT64);
    try (NDManager scope = net.newScope()) {
      TokenArrays arrays = TinyTask.batch(0).arrays(scope);
      LiveTeacher.View told = teacher.ask(arrays.ids(), Padding.NONE);
      try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
        collector.backward(objective(net, teacher, arrays, told));
      }
      for (Weight weight : net.parametersOf(CHILD)) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double slope =
            Slopes.measured(
                net,
                weight.array(),
                direction,
                () -> objective(net, teacher, arrays, told).toDoubleArray()[0]);
        assertThat(Slopes.ofGradient(weight, direction))
            .as(weight.name())
            .isCloseTo(slope, within(1e-6 * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  private static NDArray objective(
      ChainSuperNet net, LiveTeacher teacher, TokenArrays arrays, LiveTeacher.View told) {
    LiveTeacher.View child = teacher.view(net, CHILD, net.embed(arrays), Padding.NONE);
    NDArray logits = net.score(child.last(), arrays.positions());
    NDArray believed =
        teacher.believed(
            logits, net.crossEntropy(logits, arrays), Optional.of(teacher.logits(told, arrays)));
    return teacher.withDistances(believed, child, told, Padding.NONE);
  }

  @Test
  void two_places_that_one_network_takes_for_alike_and_the_other_for_unlike_count_a_half() {
    NDArray apart = manager.create(new float[] {3, 0, 0, 2}, new Shape(1, 2, 2));
    NDArray alike = manager.create(new float[] {1, 1, 1, 4, 4, 4}, new Shape(1, 2, 3));

    assertThat(unlikeness(apart, alike)).isCloseTo(0.5f, within(1e-6f));
    assertThat(unlikeness(alike, alike)).isZero();
  }

  private static float unlikeness(NDArray states, NDArray told) {
    return LiveTeacher.unlikeness(states, told, Padding.NONE).getFloat();
  }

  @Test
  void who_looks_everywhere_is_a_bit_of_information_from_who_looks_at_one_of_two() {
    NDArray everywhere = manager.create(new float[] {.5f, .5f, .5f, .5f}, new Shape(1, 2, 2));
    NDArray once = manager.create(new float[] {1, 0, 0.5f, 0.5f}, new Shape(1, 2, 2));

    assertThat(divergence(everywhere, once)).isCloseTo(Math.log(2) / 2, within(1e-6));
    assertThat(divergence(once, once)).isZero();
  }

  private static double divergence(NDArray shares, NDArray told) {
    return LiveTeacher.divergence(shares, told, Padding.NONE).getFloat();
  }

  @Test
  void what_is_behind_a_sequences_end_does_not_count() {
    float[] states = {3, 0, 0, 2, 9, 9};
    NDArray apart = manager.create(states, new Shape(1, 3, 2));
    NDArray alike = manager.create(new float[] {1, 1, 1, 1, 5, -7}, new Shape(1, 3, 2));
    NDArray everywhere = manager.create(new float[] {.5f, .5f, 0, .5f, .5f, 0, 0, 0, 1}, THREE);
    NDArray once = manager.create(new float[] {1, 0, 0, .5f, .5f, 0, 1, 0, 0}, THREE);
    Padding two = Padding.of(manager, new int[] {2}, 3);

    assertThat(LiveTeacher.unlikeness(apart, alike, two).getFloat()).isCloseTo(0.5f, within(1e-6f));
    assertThat((double) LiveTeacher.divergence(everywhere, once, two).getFloat())
        .isCloseTo(Math.log(2) / 2, within(1e-6));
  }

  @Test
  void its_predictions_cost_what_those_of_in_place_distillation_do() {
    LiveTeacher teacher = teacher(DataType.FLOAT64, new Lessons(0.4, 0, 0));
    ChainSuperNet net = net(DataType.FLOAT64);
    try (NDManager scope = net.newScope()) {
      TokenArrays arrays = TinyTask.batch(0).arrays(scope);
      LiveTeacher.View told = teacher.ask(arrays.ids(), Padding.NONE);
      NDArray logits = net.logits(CHILD, arrays);
      NDArray other =
          new InPlaceDistillation(net, 0.4)
              .mixed(
                  net.crossEntropy(logits, arrays),
                  logits,
                  InPlaceDistillation.softLabels(teacher.logits(told, arrays)));

      assertThat(objective(net, teacher, arrays, told).toDoubleArray()[0])
          .isCloseTo(other.toDoubleArray()[0], within(1e-12));
    }
  }

  @Test
  void who_learns_hidden_states_and_attention_comes_closer_to_them() {
    LiveTeacher teacher = teacher(DataType.FLOAT32, new Lessons(0, 20, 20));
    ChainSuperNet taught = net(DataType.FLOAT32);
    ChainSuperNet alone = net(DataType.FLOAT32);
    train(taught, Optional.of(teacher), 150);
    train(alone, Optional.empty(), 150);

    try (NDManager scope = manager.newSubManager()) {
      TokenArrays held = TinyTask.batch(10_000).arrays(scope);
      LiveTeacher.View told = teacher.ask(held.ids(), Padding.NONE);
      LiveTeacher.View near = teacher.view(taught, CHILD, taught.embed(held), Padding.NONE);
      LiveTeacher.View far = teacher.view(alone, CHILD, alone.embed(held), Padding.NONE);
      assertThat(unlikeness(near.last(), told.last()))
          .isLessThan(unlikeness(far.last(), told.last()) / 2);
      assertThat(looks(near, told)).isLessThan(looks(far, told) / 2);
    }
  }

  private static double looks(LiveTeacher.View child, LiveTeacher.View told) {
    return divergence(child.attention().orElseThrow(), told.attention().orElseThrow());
  }

  private static void train(ChainSuperNet net, Optional<LiveTeacher> teacher, long steps) {
    try (SuperNetTrainer trainer = trainer(net, teacher, TinyTask.settings(steps))) {
      assertThat(trainer.trainTo(steps)).isEqualTo(new TrainingOutcome.Trained(steps));
    }
  }

  private static SuperNetTrainer trainer(
      ChainSuperNet net, Optional<LiveTeacher> teacher, TrainingSettings settings) {
    return new SuperNetTrainer(
        net,
        Recipe.of(TinyTask.fixed(CHILD)).taughtBy(teacher),
        TinyTask::batch,
        settings,
        TinyTask.SEEDS);
  }

  @Test
  void teaching_changes_nothing_in_the_teacher_and_leaves_no_array_behind() {
    LiveTeacher teacher = teacher(DataType.FLOAT32, new Lessons(0.5, 1, 1));
    Map<String, List<Float>> before = TinyTask.values(teacher.net());
    ChainSuperNet net = net(DataType.FLOAT32);
    try (SuperNetTrainer trainer = trainer(net, Optional.of(teacher), TinyTask.settings(9))) {
      trainer.runStep();
      int arrays = manager.getManagedArrays().size();
      trainer.runStep();
      assertThat(manager.getManagedArrays()).hasSize(arrays);
    }
    assertThat(TinyTask.values(teacher.net())).isEqualTo(before);
    assertThat(teacher.net().weights().values()).allMatch(LiveTeacherTest::hasNoGradient);
  }

  private static boolean hasNoGradient(Weight weight) {
    if (!weight.array().hasGradient()) {
      return true;
    }
    try (NDArray gradient = weight.array().getGradient()) {
      return gradient.abs().sum().getFloat() == 0;
    }
  }

  /** On another thread the engine records unless it is told not to. */
  @Test
  void nothing_flows_back_through_it_even_where_the_engine_records() {
    LiveTeacher teacher = teacher(DataType.FLOAT32, new Lessons(0.5, 1, 1));
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = manager.getEngine().newGradientCollector()) {
      TokenArrays arrays = TinyTask.batch(0).arrays(scope);
      LiveTeacher.View told = teacher.ask(arrays.ids(), Padding.NONE);
      ChainSuperNet net = net(DataType.FLOAT32);
      collector.backward(objective(net, teacher, arrays, told));
    }
    assertThat(teacher.net().weights().values()).allMatch(LiveTeacherTest::hasNoGradient);
  }

  @Test
  void a_resumed_run_is_taught_what_an_uninterrupted_one_is() {
    Optional<LiveTeacher> teacher = Optional.of(teacher(DataType.FLOAT32, new Lessons(0.5, 1, 1)));
    Path file = folder.resolve("checkpoint.safetensors");
    try (ChainSuperNet whole = net(DataType.FLOAT32);
        ChainSuperNet first = net(DataType.FLOAT32);
        ChainSuperNet second = net(DataType.FLOAT32)) {
      train(whole, teacher, 6);
      try (SuperNetTrainer trainer = trainer(first, teacher, TinyTask.settings(6))) {
        trainer.trainTo(3);
        trainer.save(file);
      }
      try (SuperNetTrainer trainer = trainer(second, teacher, TinyTask.settings(6))) {
        trainer.restore(file);
        trainer.trainTo(6);
      }
      assertThat(TinyTask.values(second)).isEqualTo(TinyTask.values(whole));
    }
  }

  @Test
  void parts_of_a_batch_are_taught_what_the_whole_batch_is() {
    Optional<LiveTeacher> teacher = Optional.of(teacher(DataType.FLOAT32, new Lessons(0.5, 1, 1)));
    Map<String, List<Float>> whole = trained(teacher, 0);
    Map<String, List<Float>> parts = trained(teacher, 2);
    whole.forEach(
        (name, values) -> {
          for (int i = 0; i < values.size(); i++) {
            assertThat(parts.get(name).get(i)).as(name).isCloseTo(values.get(i), within(1e-5f));
          }
        });
  }

  /** With epsilon equal to the rate, rounding isn't blown up to whole steps. */
  private Map<String, List<Float>> trained(Optional<LiveTeacher> teacher, int microBatch) {
    TrainingSettings settings =
        new TrainingSettings(3, 4, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, microBatch);
    try (ChainSuperNet net = net(DataType.FLOAT32);
        SuperNetTrainer trainer = trainer(net, teacher, settings)) {
      trainer.trainTo(3);
      return TinyTask.values(net);
    }
  }

  @Test
  void the_last_attention_of_a_network_is_told_or_that_it_has_none() {
    assertThat(LiveTeacher.lastAttention(TinyTask.size().space(), CHILD)).hasValue(0);
    assertThat(LiveTeacher.lastAttention(TinyTask.size().space(), Architecture.parse("id.ffn.id")))
        .isEmpty();
  }

  @Test
  void it_is_refused_beside_what_would_not_hear_it() {
    Optional<LiveTeacher> teacher = Optional.of(teacher(DataType.FLOAT32, new Lessons(0.5, 0, 0)));
    PathSampler ruled = new RuledPaths(List.of(CHILD), new StepRule.Distil(0.5));

    assertThatThrownBy(() -> Recipe.of(ruled).taughtBy(teacher))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a teacher goes with averaged gradients alone");
  }

  @Test
  void lessons_without_a_part_of_the_loss_or_out_of_range_are_refused() {
    assertThatThrownBy(() -> new Lessons(0, 0, 0))
        .hasMessageContaining("a teacher has no part of the loss");
    assertThatThrownBy(() -> new Lessons(1.5, 0, 0)).hasMessageContaining("softShare is 1.5");
    assertThatThrownBy(() -> new Lessons(0, -1, 0)).hasMessageContaining("hiddenWeight is -1.0");
    assertThatThrownBy(() -> new Lessons(0, 0, Double.NaN))
        .hasMessageContaining("attentionWeight is NaN");
  }
}
