package magicbench.harness.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.alignment.NoAlignment;
import magicbench.harness.operator.Garbage;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.Trace;
import magicbench.harness.training.Aligning;
import magicbench.harness.training.Recipe;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnchorAlignmentTest {

  private static final Architecture FIRST = Architecture.parse("mha.ffn.id");
  private static final Architecture SECOND = Architecture.parse("ffn.ffn.sep3");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @AfterEach
  void free() {
    manager.close();
  }

  private Alignment alignment() {
    return new AnchorMethod().create(settings);
  }

  private ChainSuperNet net() {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
  }

  private Map<String, List<Float>> trained(Alignment alignment, int steps) {
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, alignment)) {
      trainer.trainTo(steps);
      return TinyTask.values(net);
    }
  }

  private static SuperNetTrainer trainer(ChainSuperNet net, Alignment alignment) {
    return new SuperNetTrainer(
        net,
        new Recipe(
            TinyTask.uniform(net.size().space()),
            new Aligning(alignment, List.of(TinyTask.batch(-1)))),
        TinyTask::batch,
        TinyTask.settings(20),
        TinyTask.SEEDS);
  }

  @Test
  void weight_zero_equals_no_alignment_bit_for_bit() {
    settings.put("weight", 0);
    Map<String, List<Float>> without = trained(new NoAlignment(), 10);
    assertThat(trained(alignment(), 10)).isEqualTo(without);
  }

  @Test
  void a_weight_above_zero_changes_the_training() {
    settings.put("weight", 0.1);
    Map<String, List<Float>> without = trained(new NoAlignment(), 10);
    assertThat(trained(alignment(), 10)).isNotEqualTo(without);
  }

  @Test
  void a_warm_up_as_long_as_the_training_equals_no_alignment() {
    settings.put("warmupSteps", 10);
    Map<String, List<Float>> without = trained(new NoAlignment(), 10);
    assertThat(trained(alignment(), 10)).isEqualTo(without);
  }

  @Test
  void a_child_model_is_at_no_distance_from_itself() {
    for (String distance : List.of("energy", "cosine")) {
      settings.put("distance", distance);
      assertThat(penalty(FIRST, FIRST)).as(distance).isLessThan(1e-5f);
    }
  }

  @Test
  void energy_scaling_measures_in_shares_of_the_anchors_energy() {
    settings.put("weight", 1);
    try (NDManager scope = manager.newSubManager()) {
      NDArray anchor = scope.create(new float[] {3, 4});
      NDArray child = scope.create(new float[] {3, 9});
      // mean squared difference 12.5, mean square 12.5
      assertThat(alignment().penalty(trace(child), trace(anchor)).getFloat()).isEqualTo(1f);
    }
  }

  @Test
  void its_gradient_outlives_a_collection_of_garbage() throws InterruptedException {
    for (String distance : List.of("energy", "cosine")) {
      settings.put("distance", distance);
      assertThat(penaltyGradient(true)).as(distance).isEqualTo(penaltyGradient(false));
    }
  }

  /** The gradient that the penalty gives to a child model's hidden state. */
  private float[] penaltyGradient(boolean collects) throws InterruptedException {
    try (NDManager scope = manager.newSubManager()) {
      NDArray anchor = scope.create(new float[] {3, 4});
      NDArray child = scope.create(new float[] {2, -1});
      child.setRequiresGradient(true);
      try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
        NDArray penalty = alignment().penalty(trace(child), trace(anchor));
        if (collects) {
          Garbage.collect();
        }
        collector.backward(penalty);
      }
      return child.getGradient().toFloatArray();
    }
  }

  @Test
  void the_cosine_ignores_length() {
    settings.put("weight", 1).put("distance", "cosine");
    try (NDManager scope = manager.newSubManager()) {
      NDArray anchor = scope.create(new float[] {3, 4});
      assertThat(alignment().penalty(trace(anchor.mul(7)), trace(anchor)).getFloat())
          .isBetween(-1e-6f, 1e-6f);
      NDArray across = scope.create(new float[] {-4, 3});
      assertThat(alignment().penalty(trace(across), trace(anchor)).getFloat()).isEqualTo(1f);
    }
  }

  private static Trace trace(NDArray state) {
    Trace.Layer layer = new Trace.Layer(state, Optional.empty());
    return new Trace(state, List.of(layer), state.reshape(1, 1, 2));
  }

  private float penalty(Architecture child, Architecture anchor) {
    try (ChainSuperNet net = net();
        NDManager scope = net.newScope()) {
      var batch = TinyTask.batch(0).arrays(scope);
      return alignment().penalty(net.trace(child, batch), net.trace(anchor, batch)).getFloat();
    }
  }

  @Test
  void a_better_child_model_becomes_the_anchor() {
    settings.put("everySteps", 1);
    Alignment alignment = alignment();
    alignment.trained(0, FIRST, child -> 2);
    alignment.trained(1, SECOND, child -> child.equals(SECOND) ? 1 : 2);
    assertThat(alignment.anchor(2)).contains(SECOND);
  }

  @Test
  void a_worse_child_model_does_not() {
    settings.put("everySteps", 1);
    Alignment alignment = alignment();
    alignment.trained(0, FIRST, child -> 2);
    alignment.trained(1, SECOND, child -> child.equals(SECOND) ? 3 : 2);
    assertThat(alignment.anchor(2)).contains(FIRST);
  }

  @Test
  void a_stale_loss_protects_the_anchor_where_a_fresh_one_would_not() {
    settings.put("everySteps", 1).put("rescore", "stale");
    Alignment stale = alignment();
    settings.put("rescore", "fresh");
    Alignment fresh = alignment();
    for (Alignment alignment : List.of(stale, fresh)) {
      alignment.trained(0, FIRST, child -> 1);
      alignment.trained(1, SECOND, child -> child.equals(SECOND) ? 2 : 3);
    }
    assertThat(stale.anchor(2)).contains(FIRST);
    assertThat(fresh.anchor(2)).contains(SECOND);
  }

  @Test
  void a_fixed_anchor_stays_and_measures_nothing() {
    settings.put("everySteps", 1).put("anchor", "fixed");
    Alignment alignment = alignment();
    for (Architecture child : List.of(FIRST, SECOND)) {
      alignment.trained(
          0,
          child,
          any -> {
            throw new AssertionError("measured");
          });
    }
    assertThat(alignment.anchor(2)).contains(FIRST);
  }

  @Test
  void a_resumed_alignment_goes_on_with_the_same_anchor() {
    settings.put("everySteps", 1).put("rescore", "stale");
    Alignment first = alignment();
    first.trained(0, FIRST, child -> 1.5);
    Alignment second = alignment();
    second.restore(first.state());
    assertThat(second.state()).isEqualTo(first.state());
    assertThat(second.anchor(1)).contains(FIRST);
  }

  @Test
  void refuses_a_state_that_is_none() {
    assertThatThrownBy(() -> alignment().restore("mha"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_a_setting_out_of_range() {
    settings.put("weight", -1);
    assertThatThrownBy(this::alignment)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight = -1");
  }

  @Test
  void no_gradient_reaches_an_operator_that_only_the_anchor_uses() {
    settings.put("anchor", "fixed").put("weight", 1);
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                new Recipe(
                    new Script(List.of(FIRST, SECOND)), new Aligning(alignment(), List.of())),
                TinyTask::batch,
                TinyTask.settings(20),
                TinyTask.SEEDS)) {
      trainer.trainTo(1);
      List<Float> before = TinyTask.values(net).get("layer00/mha/out.weight");
      trainer.trainTo(2);
      assertThat(TinyTask.values(net).get("layer00/mha/out.weight")).isEqualTo(before);
      try (NDArray gradient = net.weights().get("layer00/mha/out.weight").array().getGradient()) {
        assertThat(gradient.abs().sum().getFloat()).isZero();
      }
    }
  }

  @Test
  void counts_the_anchors_passes_and_those_that_choose_it() {
    settings.put("everySteps", 5);
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, alignment())) {
      trainer.trainTo(10);
      // 10 steps, 9 with an anchor; 1 measurement at first, 2 each after steps 5 and 10.
      assertThat(trainer.passes().forward()).isEqualTo(10 + 9 + 1 + 2 * 2);
      assertThat(trainer.passes().backward()).isEqualTo(10);
    }
  }
}
