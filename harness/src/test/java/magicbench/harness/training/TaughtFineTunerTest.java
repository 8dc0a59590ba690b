package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.params.provider.EnumSource;

class TaughtFineTunerTest {

  private static final Architecture CHILD = Architecture.parse("mha.sep3.ffn");
  private static final int ROWS = 8;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private ChainSuperNet teacherNet;

  @AfterEach
  void free() {
    manager.close();
  }

  /** Rows of one token each, whose class is its parity, or whose score is. */
  private static LabelledBatch batch(long step) {
    UniformRandomProvider random = TinyTask.SEEDS.randomAt("parity", step);
    int[] ids = new int[ROWS * TinyTask.SEQUENCE];
    int[] lengths = new int[ROWS];
    double[] targets = new double[ROWS];
    Arrays.fill(lengths, TinyTask.SEQUENCE);
    for (int row = 0; row < ROWS; row++) {
      int token = 1 + random.nextInt(TinyTask.VOCABULARY - 1);
      Arrays.fill(ids, row * TinyTask.SEQUENCE, (row + 1) * TinyTask.SEQUENCE, token);
      targets[row] = token % 2;
    }
    return new LabelledBatch(ids, lengths, TinyTask.SEQUENCE, targets);
  }

  /** A teacher that is nearly sure of the other class than the target. */
  private static LabelledBatch contradicted(long step) {
    LabelledBatch batch = batch(step);
    float[][] answers = new float[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      float first = batch.targets()[row] == 0 ? 0.05f : 0.95f;
      answers[row] = new float[] {first, 1 - first};
    }
    return batch.taught(answers);
  }

  private FineTuner tuner(ChainSuperNet net, int outputs, DataType type, FineTuner.Setup setup) {
    return new FineTuner(
        net,
        CHILD,
        new ClassificationHead(TinyTask.size().space(), outputs, TinyTask.SEEDS, manager, type),
        setup);
  }

  private ChainSuperNet net(DataType type) {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager, type);
  }

  private static FineTuner.Setup classes(double softShare) {
    return new FineTuner.Setup(TinyTask.settings(120), 1, FineTuner.Aim.CLASS, softShare);
  }

  /** How many of 80 rows get the class of their target. */
  private int right(double softShare) {
    try (FineTuner tuner = tuner(net(DataType.FLOAT32), 2, DataType.FLOAT32, classes(softShare))) {
      for (int step = 0; step < 120; step++) {
        assertThat(tuner.train(contradicted(step)).failure()).isEmpty();
      }
      int right = 0;
      for (int number = 1000; number < 1010; number++) {
        LabelledBatch held = batch(number);
        float[][] answers = tuner.answers(held);
        for (int row = 0; row < ROWS; row++) {
          boolean one = answers[row][1] > answers[row][0];
          right += one == (held.targets()[row] == 1) ? 1 : 0;
        }
      }
      return right;
    }
  }

  @Test
  void a_teacher_with_all_of_the_loss_is_believed_against_the_labels() {
    assertThat(right(1)).isLessThan(8);
  }

  @Test
  void a_teacher_with_none_of_it_is_not_heard() {
    assertThat(right(0)).isGreaterThan(72);
  }

  @Test
  void with_a_half_each_loss_counts_half() {
    ChainSuperNet net = net(DataType.FLOAT64);
    double half = loss(net, contradicted(0), 0.5);

    assertThat(half)
        .isCloseTo(
            (loss(net, contradicted(0), 0) + loss(net, contradicted(0), 1)) / 2, within(1e-12));
  }

  /** The child model's own weights and head are the same whenever they are made. */
  private double loss(ChainSuperNet net, LabelledBatch batch, double softShare) {
    try (FineTuner tuner = tuner(net, 2, DataType.FLOAT64, classes(softShare));
        NDManager scope = net.newScope()) {
      return tuner.loss(scope, batch).toDoubleArray()[0];
    }
  }

  @Test
  void a_sure_teacher_that_agrees_with_the_labels_is_another_label() {
    ChainSuperNet net = net(DataType.FLOAT64);
    LabelledBatch batch = batch(0);
    float[][] sure = new float[ROWS][2];
    for (int row = 0; row < ROWS; row++) {
      sure[row][(int) batch.targets()[row]] = 1;
    }

    assertThat(loss(net, batch.taught(sure), 1)).isCloseTo(loss(net, batch, 0), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(
      value = FineTuner.Aim.class,
      names = {"CLASS", "SCORE"})
  void its_gradients_agree_with_finite_differences(FineTuner.Aim aim) {
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    int outputs = aim == FineTuner.Aim.SCORE ? 1 : 2;
    ChainSuperNet net = net(DataType.FLOAT64);
    LabelledBatch batch = outputs == 2 ? contradicted(0) : batch(0).taught(new float[ROWS][1]);
    FineTuner.Setup setup = new FineTuner.Setup(TinyTask.settings(5), 1, aim, 0.3);
    try (FineTuner tuner = tuner(net, outputs, DataType.FLOAT64, setup)) {
      try (NDManager scope = net.newScope();
          GradientCollector collector = scope.getEngine().newGradientCollector()) {
        collector.backward(tuner.loss(scope, batch));
      }
      for (Weight weight : tuner.weights()) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double gradient = Slopes.ofGradient(weight, direction);
        double slope =
            Slopes.measured(net, weight.array(), direction, () -> loss(net, tuner, batch));
        assertThat(gradient)
            .as(weight.name())
            .isCloseTo(slope, within(1e-5 * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  /** Texts of unequal lengths, of which only what is filled may be compared. */
  @Test
  void of_a_teacher_beside_it_its_gradients_agree_with_finite_differences_too() {
    UniformRandomProvider random = TinyTask.SEEDS.random("directions");
    ChainSuperNet net = net(DataType.FLOAT64);
    LabelledBatch whole = batch(0);
    int[] lengths = {8, 5, 3, 8, 2, 7, 4, 6};
    LabelledBatch batch =
        new LabelledBatch(whole.ids(), lengths, TinyTask.SEQUENCE, whole.targets());
    try (FineTuner tuner = beside(net, DataType.FLOAT64, 2)) {
      try (NDManager scope = net.newScope()) {
        tuner.backward(scope, batch);
      }
      for (Weight weight : tuner.weights()) {
        double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
        double slope =
            Slopes.measured(net, weight.array(), direction, () -> loss(net, tuner, batch));
        assertThat(Slopes.ofGradient(weight, direction))
            .as(weight.name())
            .isCloseTo(slope, within(1e-5 * Math.max(1e-2, Math.abs(slope))));
      }
    }
  }

  private static boolean isZero(Weight weight) {
    try (NDArray gradient = weight.array().getGradient()) {
      return gradient.abs().sum().getFloat() == 0;
    }
  }

  private FineTuner beside(ChainSuperNet net, DataType type, double weight) {
    SpaceSettings space = new SpaceSettings(2, List.of("mha", "ffn"), 12, 3, 20, 0);
    NetworkSize size = new NetworkSize(space.space(), TinyTask.VOCABULARY, TinyTask.SEQUENCE);
    teacherNet = new ChainSuperNet(size, new Seeds(5), manager, type);
    LiveTeacher teacher =
        new LiveTeacher(teacherNet, Architecture.parse("mha.ffn"), new Lessons(0, weight, weight));
    return new FineTuner(
        net,
        CHILD,
        new ClassificationHead(TinyTask.size().space(), 2, TinyTask.SEEDS, manager, type),
        classes(0),
        Optional.of(teacher));
  }

  @Test
  void a_teacher_beside_it_adds_distances_that_are_not_in_the_loss_that_is_told() {
    ChainSuperNet net = net(DataType.FLOAT32);
    try (FineTuner tuner = beside(net, DataType.FLOAT32, 2)) {
      LabelledBatch batch = batch(0);
      double objective;
      try (NDManager scope = net.newScope()) {
        objective = tuner.loss(scope, batch).getFloat();
      }
      FineTuner.Step step = tuner.train(batch);

      assertThat(step.failure()).isEmpty();
      assertThat(step.loss()).isLessThan(objective - 0.01);
      int arrays = manager.getManagedArrays().size();
      tuner.train(batch);
      assertThat(manager.getManagedArrays()).hasSize(arrays);
      assertThat(teacherNet.weights().values())
          .allMatch(weight -> !weight.array().hasGradient() || isZero(weight));
    }
  }

  private static double loss(ChainSuperNet net, FineTuner tuner, LabelledBatch batch) {
    try (NDManager scope = net.newScope()) {
      return tuner.loss(scope, batch).toDoubleArray()[0];
    }
  }

  @Test
  void refuses_a_batch_whose_teacher_says_nothing() {
    ChainSuperNet net = net(DataType.FLOAT32);
    try (FineTuner tuner = tuner(net, 2, DataType.FLOAT32, classes(0.5))) {
      assertThatThrownBy(() -> tuner.train(batch(0)))
          .hasMessage("a teacher's 0 numbers for 16 outputs");
    }
  }

  @Test
  void refuses_shares_that_are_none_and_teachers_of_places() {
    assertThatThrownBy(() -> classes(1.5)).hasMessage("softShare is 1.5; it must be 0 to 1");
    assertThatThrownBy(() -> new FineTuner.Setup(TinyTask.settings(5), 1, FineTuner.Aim.SPAN, 0.5))
        .hasMessage("no teacher says where something begins and ends");
  }
}
