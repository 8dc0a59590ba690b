package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.supernet.Slopes;
import magicbench.harness.supernet.Weight;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FineTunerTest {

  private static final Architecture CHILD = Architecture.parse("mha.sep3.ffn");
  private static final int ROWS = 8;
  private static final int LETTER = 7;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  /** Class 1, or score 1, where the letter stands somewhere in the row; what fills up is it too. */
  private static LabelledBatch batch(long step) {
    UniformRandomProvider random = TinyTask.SEEDS.randomAt("letters", step);
    int[] ids = new int[ROWS * TinyTask.SEQUENCE];
    int[] lengths = new int[ROWS];
    double[] targets = new double[ROWS];
    Arrays.fill(ids, LETTER);
    for (int row = 0; row < ROWS; row++) {
      lengths[row] = 2 + random.nextInt(TinyTask.SEQUENCE - 1);
      for (int place = 0; place < lengths[row]; place++) {
        ids[row * TinyTask.SEQUENCE + place] = 1 + random.nextInt(LETTER - 1);
      }
      targets[row] = random.nextInt(2);
      if (targets[row] == 1) {
        ids[row * TinyTask.SEQUENCE + random.nextInt(lengths[row])] = LETTER;
      }
    }
    return new LabelledBatch(ids, lengths, TinyTask.SEQUENCE, targets);
  }

  private ChainSuperNet net(DataType type) {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager, type);
  }

  private ClassificationHead head(int outputs, DataType type) {
    return new ClassificationHead(TinyTask.size().space(), outputs, TinyTask.SEEDS, manager, type);
  }

  private static FineTuner.Aim aim(boolean score) {
    return score ? FineTuner.Aim.SCORE : FineTuner.Aim.CLASS;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void learns_to_tell_whether_a_letter_is_there(boolean score) {
    try (FineTuner tuner =
        new FineTuner(
            net(DataType.FLOAT32),
            CHILD,
            head(score ? 1 : 2, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(200), 1, aim(score)))) {
      for (int step = 0; step < 200; step++) {
        assertThat(tuner.train(batch(step)).failure()).isEmpty();
      }
      int right = 0;
      for (int number = 1000; number < 1010; number++) {
        LabelledBatch held = batch(number);
        float[][] answers = tuner.answers(held);
        for (int row = 0; row < ROWS; row++) {
          boolean there = score ? answers[row][0] > 0.5 : answers[row][1] > answers[row][0];
          right += there == (held.targets()[row] == 1) ? 1 : 0;
        }
      }
      assertThat(right).isGreaterThan(72); // of 80; guessing would have 40
    }
  }

  @Test
  void lower_layers_learn_more_slowly_where_the_learning_rate_falls() {
    ChainSuperNet net = net(DataType.FLOAT32);
    Map<String, float[]> moves = firstMoves(net, CHILD);

    // Adam's first step is the learning rate itself, whatever the gradient's size: from layer to
    // layer of CHILD a half of it, in the embedding a sixteenth.
    assertThat(largest(moves, "layer02/")).isCloseTo(5e-3f, within(1e-4f));
    assertThat(largest(moves, "layer01/")).isCloseTo(2.5e-3f, within(1e-4f));
    assertThat(largest(moves, "layer00/")).isCloseTo(1.25e-3f, within(1e-4f));
    assertThat(largest(moves, "embedding/")).isCloseTo(6.25e-4f, within(1e-4f));
  }

  @Test
  void networks_of_unequal_depth_have_equal_lowest_learning_rates() {
    NetworkSize deep = TinyTask.size(7, List.of("mha", "ffn", "sep3"));
    try (ChainSuperNet net = new ChainSuperNet(deep, TinyTask.SEEDS, manager)) {
      Architecture child = Architecture.parse("mha.ffn.sep3.mha.ffn.sep3.mha");

      assertThat(largest(firstMoves(net, child), "embedding/")).isCloseTo(6.25e-4f, within(1e-4f));
    }
  }

  private Map<String, float[]> firstMoves(ChainSuperNet net, Architecture child) {
    Map<String, float[]> moves = new TreeMap<>();
    net.weights().forEach((name, weight) -> moves.put(name, weight.array().toFloatArray()));
    TrainingSettings plain =
        new TrainingSettings(5, ROWS, 1e-2, 0, Decay.CONSTANT, 0, 0, 0.9, 0.999, 1e-12, 0, 0);
    try (FineTuner tuner =
        new FineTuner(
            net,
            child,
            head(2, DataType.FLOAT32),
            new FineTuner.Setup(plain, 0.0625, FineTuner.Aim.CLASS))) {
      tuner.train(batch(0));
    }
    for (Weight weight : net.weights().values()) {
      float[] after = weight.array().toFloatArray();
      float[] move = moves.get(weight.name());
      for (int i = 0; i < after.length; i++) {
        move[i] = Math.abs(after[i] - move[i]);
      }
    }
    return moves;
  }

  private static float largest(Map<String, float[]> moves, String owner) {
    float largest = 0;
    for (Map.Entry<String, float[]> move : moves.entrySet()) {
      for (float value : move.getValue()) {
        largest = move.getKey().startsWith(owner) ? Math.max(largest, value) : largest;
      }
    }
    return largest;
  }

  @Test
  void refuses_a_share_that_is_none() {
    assertThatThrownBy(() -> new FineTuner.Setup(TinyTask.settings(5), 0, FineTuner.Aim.CLASS))
        .hasMessage("lowestShare is 0.0; it must be above 0 to 1");
  }

  @Test
  void the_same_steps_give_the_same_answers_bit_for_bit() {
    assertThat(trained()).isEqualTo(trained());
  }

  private float[][] trained() {
    try (FineTuner tuner =
        new FineTuner(
            net(DataType.FLOAT32),
            CHILD,
            head(2, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(5), 1, FineTuner.Aim.CLASS))) {
      for (int step = 0; step < 5; step++) {
        tuner.train(batch(step));
      }
      return tuner.answers(batch(9));
    }
  }

  @Test
  void what_fills_a_row_up_changes_no_answer() {
    try (FineTuner tuner =
        new FineTuner(
            net(DataType.FLOAT32),
            CHILD,
            head(2, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(5), 1, FineTuner.Aim.CLASS))) {
      LabelledBatch batch = batch(3);
      int[] refilled = batch.ids().clone();
      for (int row = 0; row < ROWS; row++) {
        int start = row * TinyTask.SEQUENCE;
        Arrays.fill(refilled, start + batch.lengths()[row], start + TinyTask.SEQUENCE, 2);
      }
      float[][] answers = tuner.answers(batch);
      float[][] again =
          tuner.answers(
              new LabelledBatch(refilled, batch.lengths(), TinyTask.SEQUENCE, batch.targets()));
      for (int row = 0; row < ROWS; row++) {
        assertThat(again[row]).containsExactly(answers[row], within(1e-5f));
      }
    }
  }

  /** Row by row where the letter stands, which fills up behind the end too: begin and end alike. */
  private static LabelledBatch places(long step) {
    LabelledBatch some = batch(step);
    UniformRandomProvider random = TinyTask.SEEDS.randomAt("places", step);
    int[] ids = some.ids().clone();
    double[] targets = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      int start = row * some.sequence();
      for (int place = 0; place < some.lengths()[row]; place++) {
        ids[start + place] = 1 + random.nextInt(LETTER - 1);
      }
      int place = random.nextInt(some.lengths()[row]);
      ids[start + place] = LETTER;
      targets[row] = place * some.sequence() + place;
    }
    return new LabelledBatch(ids, some.lengths(), some.sequence(), targets);
  }

  @Test
  void learns_to_tell_where_a_letter_stands() {
    try (FineTuner tuner =
        new FineTuner(
            net(DataType.FLOAT32),
            CHILD,
            head(2, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(200), 1, FineTuner.Aim.SPAN))) {
      for (int step = 0; step < 200; step++) {
        assertThat(tuner.train(places(step)).failure()).isEmpty();
      }
      LabelledBatch held = places(1000);
      float[][] answers = tuner.answers(held);
      for (int row = 0; row < ROWS; row++) {
        int place = (int) held.targets()[row] % held.sequence();
        assertThat(largest(answers[row], 0, held.sequence())).isEqualTo(place);
        assertThat(largest(answers[row], held.sequence(), held.sequence())).isEqualTo(place);
      }
    }
  }

  private static int largest(float[] scores, int from, int count) {
    int best = 0;
    for (int place = 1; place < count; place++) {
      best = scores[from + place] > scores[from + best] ? place : best;
    }
    return best;
  }

  @ParameterizedTest
  @EnumSource(FineTuner.Aim.class)
  void its_gradients_agree_with_finite_differences(FineTuner.Aim aim) {
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    ChainSuperNet net = net(DataType.FLOAT64);
    try (FineTuner tuner =
        new FineTuner(
            net,
            CHILD,
            head(aim == FineTuner.Aim.SCORE ? 1 : 2, DataType.FLOAT64),
            new FineTuner.Setup(TinyTask.settings(5), 1, aim))) {
      try (NDManager scope = net.newScope();
          GradientCollector collector = scope.getEngine().newGradientCollector()) {
        collector.backward(tuner.loss(scope, batch(0)));
      }
      for (Weight weight : tuner.weights()) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double gradient = Slopes.ofGradient(weight, direction);
        double slope = Slopes.measured(net, weight.array(), direction, () -> loss(net, tuner));
        assertThat(gradient)
            .as(weight.name())
            .isCloseTo(slope, within(1e-5 * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  private static double loss(ChainSuperNet net, FineTuner tuner) {
    try (NDManager scope = net.newScope()) {
      return tuner.loss(scope, batch(0)).toDoubleArray()[0];
    }
  }

  @Test
  void leaves_other_child_models_and_the_masked_lm_head_alone() {
    ChainSuperNet net = net(DataType.FLOAT32);
    Map<String, List<Float>> before = TinyTask.values(net);
    try (FineTuner tuner =
        new FineTuner(
            net,
            CHILD,
            head(2, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(5), 1, FineTuner.Aim.CLASS))) {
      tuner.train(batch(0));
      List<String> trained = tuner.weights().stream().map(Weight::name).toList();
      TinyTask.values(net)
          .forEach(
              (name, values) -> {
                if (!trained.contains(name)) {
                  assertThat(values).as(name).isEqualTo(before.get(name));
                }
              });
      assertThat(trained).contains("layer00/mha/qkv.weight").doesNotContain("head/bias");
    }
  }

  @Test
  void leaves_no_array_behind() {
    ChainSuperNet net = net(DataType.FLOAT32);
    try (FineTuner tuner =
        new FineTuner(
            net,
            CHILD,
            head(2, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(9), 1, FineTuner.Aim.CLASS))) {
      tuner.train(batch(0));
      int before = manager.getManagedArrays().size();
      tuner.train(batch(1));
      tuner.answers(batch(2));
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void a_step_that_isn_t_finite_changes_nothing() {
    ChainSuperNet net = net(DataType.FLOAT32);
    try (FineTuner tuner =
        new FineTuner(
            net,
            CHILD,
            head(1, DataType.FLOAT32),
            new FineTuner.Setup(TinyTask.settings(9), 1, FineTuner.Aim.SCORE))) {
      LabelledBatch batch = batch(0);
      double[] wrong = batch.targets().clone();
      wrong[0] = Double.POSITIVE_INFINITY;
      Map<String, List<Float>> before = TinyTask.values(net);

      FineTuner.Step step =
          tuner.train(new LabelledBatch(batch.ids(), batch.lengths(), batch.sequence(), wrong));

      assertThat(step.failure()).contains("loss Infinity");
      assertThat(tuner.step()).isZero();
      assertThat(TinyTask.values(net)).isEqualTo(before);
      assertThat(tuner.train(batch).failure()).isEmpty();
    }
  }
}
