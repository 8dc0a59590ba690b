package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

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

  private ChainSuperNet net(NetworkSize size) {
    return new ChainSuperNet(size, TinyTask.SEEDS, manager);
  }

  private static SuperNetTrainer trainer(ChainSuperNet net, Seeds seeds) {
    return new SuperNetTrainer(
        net,
        TinyTask.uniform(net.size().space(), 2),
        TinyTask::batch,
        TinyTask.settings(STEPS),
        seeds);
  }

  private void saveAfter(long steps) {
    try (ChainSuperNet net = net(TinyTask.size());
        SuperNetTrainer trainer = trainer(net, TinyTask.SEEDS)) {
      trainer.trainTo(steps);
      trainer.save(file());
    }
  }

  @Test
  void resumes_bit_for_bit() {
    Map<String, List<Float>> whole;
    List<LossPoint> wholeCurve;
    try (ChainSuperNet net = net(TinyTask.size());
        SuperNetTrainer trainer = trainer(net, TinyTask.SEEDS)) {
      trainer.trainTo(STEPS);
      whole = TinyTask.values(net);
      wholeCurve = trainer.lossCurve();
    }
    saveAfter(STEPS / 2);
    try (ChainSuperNet net = net(TinyTask.size());
        SuperNetTrainer trainer = trainer(net, TinyTask.SEEDS)) {
      trainer.restore(file());
      trainer.trainTo(STEPS);
      assertThat(TinyTask.values(net)).isEqualTo(whole);
      assertThat(trainer.lossCurve()).isEqualTo(wholeCurve);
    }
  }

  @Test
  void leaves_no_array_behind_when_restoring() {
    saveAfter(1);
    try (ChainSuperNet net = net(TinyTask.size());
        SuperNetTrainer trainer = trainer(net, TinyTask.SEEDS)) {
      int before = manager.getManagedArrays().size();
      trainer.restore(file());
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void refuses_the_checkpoint_of_another_space() {
    saveAfter(1);
    assertRefused(TinyTask.size(4, List.of("mha", "ffn")), TinyTask.SEEDS, "another super-net");
  }

  @Test
  void refuses_the_checkpoint_of_another_seed() {
    saveAfter(1);
    assertRefused(TinyTask.size(), new Seeds(18), "is of seed 17");
  }

  @Test
  void refuses_a_truncated_checkpoint() throws IOException {
    saveAfter(1);
    try (RandomAccessFile access = new RandomAccessFile(file().toFile(), "rw")) {
      access.setLength(access.length() - 4);
    }
    assertRefused(TinyTask.size(), TinyTask.SEEDS, "bytes of data where its header says");
  }

  @Test
  void refuses_a_checkpoint_with_one_flipped_bit_in_its_weights() throws IOException {
    saveAfter(1);
    try (RandomAccessFile access = new RandomAccessFile(file().toFile(), "rw")) {
      access.seek(access.length() - 1);
      int last = access.read();
      access.seek(access.length() - 1);
      access.write(last ^ 1);
    }
    assertRefused(TinyTask.size(), TinyTask.SEEDS, "is damaged");
  }

  private void assertRefused(NetworkSize size, Seeds seeds, String message) {
    try (ChainSuperNet net = net(size);
        SuperNetTrainer trainer = trainer(net, seeds)) {
      Map<String, List<Float>> before = TinyTask.values(net);
      assertThatThrownBy(() -> trainer.restore(file()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(message);
      assertThat(TinyTask.values(net)).isEqualTo(before);
    }
  }
}
