package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import magicbench.harness.probe.GradientProbe;
import magicbench.harness.probe.ProbePlan;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.MobileSuperNet;
import magicbench.harness.supernet.Weight;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A super-net of images is trained as one of text is. */
class ImageTrainingTest {

  private static final int BATCH = 8;
  private static final int STEPS = 20;
  private static final Architecture CHILD = Architecture.parse("k3e2.skip.k5e3.k3e3");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @TempDir private Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  private MobileSuperNet net(String normalisation) {
    return new MobileSuperNet(
        TinyImages.space(normalisation).space(), TinyImages.SEEDS, manager, DataType.FLOAT32);
  }

  private static ImageBatch batch(long step) {
    return TinyImages.batch(step, BATCH, 0);
  }

  private static SuperNetTrainer trainer(MobileSuperNet net) {
    return trainer(net, TinyTask.settings(STEPS));
  }

  private static SuperNetTrainer trainer(MobileSuperNet net, TrainingSettings settings) {
    return new SuperNetTrainer(
        net, TinyTask.uniform(net.size(), 2), ImageTrainingTest::batch, settings, TinyImages.SEEDS);
  }

  @ParameterizedTest
  @CsvSource({"batch, 16", "batch, 0", "group, 0"})
  void a_child_model_learns_images_that_can_be_told_apart(String normalisation, int calibration) {
    List<ImageBatch> held = held(calibration);
    try (MobileSuperNet net = net(normalisation);
        SuperNetTrainer trainer = learner(net, TinyTask.fixed(CHILD), 100)) {
      double before = trainer.validationLoss(held, List.of(CHILD));
      trainer.trainTo(100);

      assertThat(before).isBetween(0.9 * Math.log(3), 3 * Math.log(3));
      assertThat(trainer.validationLoss(held, List.of(CHILD))).isLessThan(0.2 * Math.log(3));
    }
  }

  private static List<ImageBatch> held(int calibration) {
    return LongStream.range(1000, 1005)
        .mapToObj(number -> TinyImages.batch(number, 16, calibration))
        .toList();
  }

  private static SuperNetTrainer learner(MobileSuperNet net, PathSampler sampler, int steps) {
    return new SuperNetTrainer(
        net,
        sampler,
        step -> TinyImages.batch(step, 2 * BATCH, 0),
        TinyImages.learning(steps),
        TinyImages.SEEDS);
  }

  @Test
  void a_super_net_learns_them_too() {
    try (MobileSuperNet net = net("batch");
        SuperNetTrainer trainer = learner(net, TinyTask.uniform(net.size()), 250)) {
      trainer.trainTo(250);

      assertThat(trainer.validationLoss(held(16), List.of(CHILD))).isLessThan(0.3 * Math.log(3));
    }
  }

  @Test
  void a_probe_in_the_middle_leaves_training_bit_identical() {
    Map<String, List<Float>> plain = trained(false);

    assertThat(trained(true)).isEqualTo(plain);
  }

  private Map<String, List<Float>> trained(boolean probing) {
    try (MobileSuperNet net = net("batch");
        SuperNetTrainer trainer = trainer(net)) {
      trainer.trainTo(4);
      if (probing) {
        assertThat(
                new GradientProbe(net)
                    .run(new ProbePlan(3, 2, 2), ImageTrainingTest::batch, TinyImages.SEEDS)
                    .rows())
            .isNotEmpty();
      }
      trainer.trainTo(8);
      return TinyTask.values(net);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "group"})
  void resumes_bit_for_bit(String normalisation) {
    Map<String, List<Float>> whole;
    List<LossPoint> curve;
    try (MobileSuperNet net = net(normalisation);
        SuperNetTrainer trainer = trainer(net)) {
      trainer.trainTo(10);
      trainer.save(folder.resolve("checkpoint"));
      trainer.trainTo(20);
      whole = TinyTask.values(net);
      curve = trainer.lossCurve();
    }
    try (MobileSuperNet net = net(normalisation);
        SuperNetTrainer trainer = trainer(net)) {
      trainer.restore(folder.resolve("checkpoint"));
      trainer.trainTo(20);
      assertThat(TinyTask.values(net)).isEqualTo(whole);
      assertThat(trainer.lossCurve()).isEqualTo(curve);
    }
  }

  @Test
  void refuses_the_checkpoint_of_a_network_of_text() {
    try (MobileSuperNet net = net("batch");
        SuperNetTrainer trainer = trainer(net)) {
      trainer.save(folder.resolve("checkpoint"));
    }
    try (ChainSuperNet text = new ChainSuperNet(TinyTask.size(), TinyImages.SEEDS, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                text,
                TinyTask.uniform(text.size().space()),
                TinyTask::batch,
                TinyTask.settings(STEPS),
                TinyImages.SEEDS)) {
      assertThatThrownBy(() -> trainer.restore(folder.resolve("checkpoint")))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another super-net");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "group"})
  void keeps_the_number_of_live_arrays_constant_from_step_to_step(String normalisation) {
    try (MobileSuperNet net = net(normalisation);
        SuperNetTrainer trainer = trainer(net)) {
      trainer.trainTo(1);
      int first = manager.getManagedArrays().size();
      trainer.trainTo(10);
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }

  @Test
  void leaves_weights_off_the_path_alone() {
    try (MobileSuperNet net = net("batch");
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                TinyTask.fixed(CHILD),
                ImageTrainingTest::batch,
                TinyTask.settings(STEPS),
                TinyImages.SEEDS)) {
      Map<String, List<Float>> before = TinyTask.values(net);
      trainer.trainTo(5);
      Map<String, List<Float>> after = TinyTask.values(net);
      Set<String> used =
          net.parametersOf(CHILD).stream().map(Weight::name).collect(Collectors.toSet());
      assertThat(after.keySet())
          .allSatisfy(
              name ->
                  assertThat(after.get(name).equals(before.get(name)))
                      .as(name)
                      .isNotEqualTo(used.contains(name)));
    }
  }

  /** Without momentum, and with epsilon equal to the rate, Adam moves by about the gradient. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4})
  void micro_batches_give_the_gradient_of_the_whole_batch_where_images_stand_alone(int micro) {
    Map<String, List<Float>> whole = moved("group", 0);
    Map<String, List<Float>> parts = moved("group", micro);

    assertThat(whole)
        .allSatisfy(
            (name, values) -> {
              for (int place = 0; place < values.size(); place++) {
                assertThat(parts.get(name).get(place))
                    .as(name)
                    .isCloseTo(values.get(place), within(1e-5f));
              }
            });
  }

  @Test
  void batch_normalisation_sees_each_micro_batch_by_itself() {
    assertThat(moved("batch", 4)).isNotEqualTo(moved("batch", 0));
  }

  private Map<String, List<Float>> moved(String normalisation, int microBatch) {
    TrainingSettings settings =
        new TrainingSettings(3, BATCH, 0.9, 0, Decay.CONSTANT, 0, 0, 0, 0, 0.9, 0, microBatch);
    try (MobileSuperNet net = net(normalisation);
        SuperNetTrainer trainer = trainer(net, settings)) {
      trainer.trainTo(3);
      return TinyTask.values(net);
    }
  }

  @Test
  void an_image_whose_features_are_all_dropped_tells_nothing() {
    ImageBatch whole = TinyImages.batch(0, 2, 3);
    int features = TinyImages.space("batch").features();
    float[] kept = new float[2 * features];
    Arrays.fill(kept, features, 2 * features, 1);
    ImageBatch half = new ImageBatch(whole.form(), whole.pixels(), whole.targets(), kept, 3);
    try (MobileSuperNet net = net("batch");
        NDManager scope = net.newScope()) {
      NDArray dropped = net.logits(CHILD, half.arrays(scope));
      NDArray all = net.logits(CHILD, whole.arrays(scope));
      assertThat(dropped.get(0).toFloatArray()).containsOnly(0);
      assertThat(dropped.get(1).toFloatArray())
          .containsExactly(all.get(1).toFloatArray(), within(1e-6f));
    }
  }
}
