package magicbench.harness.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import magicbench.harness.training.TrainingOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientProbeTest {

  private static final NetworkSize SIZE =
      TinyTask.size(5, List.of("mha", "ffn", "sep3", "sep7", "id"));
  private static final ProbePlan PLAN = new ProbePlan(6, 4, 3);

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ChainSuperNet net = new ChainSuperNet(SIZE, TinyTask.SEEDS, manager);

  @AfterEach
  void free() {
    manager.close();
  }

  private ProbeResult probe() {
    return new GradientProbe(net).run(PLAN, TinyTask::batch, TinyTask.SEEDS);
  }

  @Test
  void measures_the_same_twice() {
    assertThat(probe()).isEqualTo(probe());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void measures_the_same_part_by_part_but_for_rounding(int microBatch) {
    ProbeResult whole = probe();
    int arrays = manager.getManagedArrays().size();
    ProbeResult parts =
        new GradientProbe(net, microBatch, () -> {}).run(PLAN, TinyTask::batch, TinyTask.SEEDS);

    assertThat(parts)
        .usingRecursiveComparison()
        .withComparatorForType(
            (left, right) -> Math.abs(left - right) < 2e-5 ? 0 : Double.compare(left, right),
            Double.class)
        .isEqualTo(whole);
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  @Test
  void shares_as_many_layers_as_do_not_differ() {
    Map<Integer, Long> rows =
        probe().rows().stream()
            .collect(
                Collectors.groupingBy(ProbeRow::differences, TreeMap::new, Collectors.counting()));
    assertThat(rows).containsOnlyKeys(1, 2, 3, 4);
    rows.forEach(
        (d, count) -> assertThat(count).isLessThanOrEqualTo((long) PLAN.bases() * (5 - d)));
  }

  @Test
  void has_no_row_for_the_identity() {
    assertThat(probe().rows()).isNotEmpty().noneMatch(row -> row.operator().equals("id"));
  }

  @Test
  void keeps_every_value_between_minus_one_and_one() {
    assertThat(probe().rows())
        .allSatisfy(row -> assertThat(row.gradientCosine()).isBetween(-1.000001, 1.000001))
        .allSatisfy(row -> assertThat(row.inputSimilarity()).isBetween(-1.000001, 1.000001))
        .allSatisfy(row -> assertThat(row.outputSimilarity()).isBetween(-1.000001, 1.000001));
  }

  @Test
  void sees_the_same_child_model_as_the_same() {
    assertThat(control(ControlRow.Control.SAME_CHILD))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.gradientCosine()).isCloseTo(1, within(1e-6)));
  }

  @Test
  void sees_independent_batches_as_different() {
    assertThat(control(ControlRow.Control.INDEPENDENT_BATCHES))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.gradientCosine()).isLessThan(0.999));
  }

  private List<ControlRow> control(ControlRow.Control control) {
    return probe().controls().stream().filter(row -> row.control() == control).toList();
  }

  @Test
  void keeps_the_input_when_the_operator_after_is_exchanged() {
    List<InterventionRow> after =
        probe().interventions().stream()
            .filter(row -> row.side() == InterventionRow.Side.AFTER)
            .toList();
    assertThat(after)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.inputSimilarity()).isCloseTo(1, within(1e-6)))
        .allSatisfy(row -> assertThat(row.gradientCosine()).isLessThan(0.999999));
  }

  @Test
  void changes_the_input_when_the_operator_before_is_exchanged() {
    List<InterventionRow> before =
        probe().interventions().stream()
            .filter(row -> row.side() == InterventionRow.Side.BEFORE)
            .toList();
    assertThat(before)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.inputSimilarity()).isLessThan(0.9999));
  }

  @Test
  void leaves_no_array_behind() {
    probe();
    int arrays = manager.getManagedArrays().size();
    probe();
    assertThat(manager.getManagedArrays()).hasSize(arrays);
  }

  @Test
  void leaves_training_bit_identical() {
    Map<String, List<Float>> plain = train(false);
    assertThat(train(true)).isEqualTo(plain);
  }

  /** One operator's weights overflow: every loss through it is not a number. */
  @Test
  void leaves_a_step_bit_identical_after_losses_that_overflow() {
    Map<String, List<Float>> plain = stepAroundOverflow(false);
    assertThat(stepAroundOverflow(true)).isEqualTo(plain);
  }

  private Map<String, List<Float>> stepAroundOverflow(boolean probing) {
    String broken = "layer02/ffn/in.weight";
    try (ChainSuperNet fresh = new ChainSuperNet(SIZE, TinyTask.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                fresh,
                TinyTask.fixed(Architecture.parse("mha.ffn.sep3.ffn.mha")),
                TinyTask::batch,
                TinyTask.settings(10),
                TinyTask.SEEDS)) {
      float[] values = new float[Math.toIntExact(fresh.weights().get(broken).array().size())];
      Arrays.fill(values, Float.MAX_VALUE);
      fresh.assign(broken, values);
      if (probing) {
        assertThat(new GradientProbe(fresh).run(PLAN, TinyTask::batch, TinyTask.SEEDS).rows())
            .anyMatch(row -> Double.isNaN(row.gradientCosine()));
      }
      assertThat(trainer.trainTo(2)).isEqualTo(new TrainingOutcome.Trained(2));
      return TinyTask.values(fresh);
    }
  }

  private Map<String, List<Float>> train(boolean probing) {
    try (ChainSuperNet fresh = new ChainSuperNet(SIZE, TinyTask.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                fresh,
                TinyTask.uniform(SIZE.space()),
                TinyTask::batch,
                TinyTask.settings(10),
                TinyTask.SEEDS)) {
      trainer.trainTo(3);
      if (probing) {
        new GradientProbe(fresh).run(PLAN, TinyTask::batch, TinyTask.SEEDS);
      }
      trainer.trainTo(6);
      return TinyTask.values(fresh);
    }
  }
}
