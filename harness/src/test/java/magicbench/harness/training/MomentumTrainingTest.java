package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.MobileSuperNet;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A super-net's trainer with gradient descent in the place of Adam. */
class MomentumTrainingTest {

  private static final Momentum NESTEROV = new Momentum(0.9, true);
  private static final long STEPS = 20;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @TempDir private Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  private Path file() {
    return folder.resolve("checkpoint.safetensors");
  }

  private ChainSuperNet net() {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
  }

  private static SuperNetTrainer trainer(ChainSuperNet net, Momentum momentum) {
    return new SuperNetTrainer(
        net,
        TinyTask.uniform(net.size().space(), 2),
        TinyTask::batch,
        settings(STEPS, 0.1, momentum),
        TinyTask.SEEDS);
  }

  private static TrainingSettings settings(long steps, double rate, Momentum momentum) {
    return new TrainingSettings(
        steps, 4, rate, 2, Decay.COSINE, 1e-3, 1, 0.9, 0.999, 1e-8, 0, 0, momentum, null);
  }

  @Test
  void learns_what_is_in_a_picture() {
    Architecture child = Architecture.parse("k3e2.skip.k5e3.k3e3");
    List<ImageBatch> held =
        LongStream.range(1000, 1005).mapToObj(number -> TinyImages.batch(number, 8, 8)).toList();
    try (MobileSuperNet net =
            new MobileSuperNet(
                TinyImages.space("batch").space(), TinyImages.SEEDS, manager, DataType.FLOAT32);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                TinyTask.fixed(child),
                step -> TinyImages.batch(step, 8, 0),
                settings(60, 0.05, NESTEROV),
                TinyImages.SEEDS)) {
      double before = trainer.validationLoss(held, List.of(child));
      trainer.trainTo(60);
      assertThat(trainer.validationLoss(held, List.of(child))).isLessThan(0.5 * before);
    }
  }

  @Test
  void keeps_the_number_of_live_arrays_constant_from_step_to_step() {
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, NESTEROV)) {
      trainer.trainTo(1);
      int first = manager.getManagedArrays().size();
      trainer.trainTo(STEPS);
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }

  @Test
  void resumes_bit_for_bit() {
    Map<String, List<Float>> whole;
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, NESTEROV)) {
      trainer.trainTo(STEPS);
      whole = TinyTask.values(net);
    }
    saveHalfWay(NESTEROV);
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, NESTEROV)) {
      trainer.restore(file());
      trainer.trainTo(STEPS);
      assertThat(TinyTask.values(net)).isEqualTo(whole);
    }
  }

  @Test
  void the_velocity_is_a_part_of_what_is_resumed() {
    saveHalfWay(NESTEROV);
    assertThat(Safetensors.open(file()).shapes().keySet())
        .hasSizeGreaterThan(2)
        .allMatch(name -> name.matches("(weight|momentum\\.velocity)/.*"));
  }

  @Test
  void refuses_the_checkpoint_of_adam_in_one_line() {
    saveHalfWay(null);
    assertRefused(NESTEROV, "momentum=null");
  }

  @Test
  void adam_refuses_its_checkpoint_in_one_line() {
    saveHalfWay(NESTEROV);
    assertRefused(null, "momentum=Momentum[factor=0.9, nesterov=true]");
  }

  private void saveHalfWay(Momentum momentum) {
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, momentum)) {
      trainer.trainTo(STEPS / 2);
      trainer.save(file());
    }
  }

  private void assertRefused(Momentum momentum, String message) {
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, momentum)) {
      assertThatThrownBy(() -> trainer.restore(file()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(message)
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void a_checkpoint_whose_arrays_are_another_optimisers_changes_nothing() {
    saveHalfWay(null);
    try (ChainSuperNet net = net();
        Optimiser descent =
            Optimiser.of(settings(STEPS, 0.1, NESTEROV), net.weights().values(), manager)) {
      Map<String, List<Float>> before = TinyTask.values(net);
      Checkpoint checkpoint = Checkpoint.open(file());
      Checkpoint.Held held = new Checkpoint.Held(net, descent, Optional.empty());
      assertThatThrownBy(() -> checkpoint.copyInto(held))
          .hasMessageContaining("holds another super-net's or optimiser's arrays");
      assertThat(TinyTask.values(net)).isEqualTo(before);
    }
  }
}
