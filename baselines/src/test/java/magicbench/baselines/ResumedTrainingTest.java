package magicbench.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import magicbench.harness.alignment.NoAlignment;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.Aligning;
import magicbench.harness.training.Recipe;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TinyTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rival trains a real super-net, and goes on from a checkpoint as if nothing had been. */
final class ResumedTrainingTest {

  private static final long STEPS = 8;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @TempDir private Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spos | {} | 1",
        "fairnas | {} | 6",
        "fairnas | {\"fairness\": \"expectation\"} | 6",
        "replay | {\"changes\": 2} | 1",
        "pada-path | {} | 1",
        "shrinking | {\"bins\": 2, \"pathsPerBin\": 8, \"survivorsPerBin\": 2, \"warmEpochs\": 1} | 1",
        "sandwich | {} | 4",
        "sandwich | {\"softShare\": 0.5, \"randomPaths\": 1} | 3",
        "sumnas | {} | 12",
        "sumnas | {\"innerSteps\": 3, \"outer\": \"optimiser\"} | 18"
      })
  void a_resumed_run_ends_in_the_same_weights(String method, String settings, int passes)
      throws IOException {
    Path file = folder.resolve("checkpoint.safetensors");
    Map<String, List<Float>> whole;
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, method, settings)) {
      trainer.trainTo(STEPS);
      whole = TinyTask.values(net);
      assertThat(trainer.passes().backward()).isEqualTo(STEPS * passes);
    }
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, method, settings)) {
      trainer.trainTo(STEPS / 2);
      trainer.save(file);
      assertThat(TinyTask.values(net)).isNotEqualTo(whole);
    }
    try (ChainSuperNet net = net();
        SuperNetTrainer trainer = trainer(net, method, settings)) {
      trainer.restore(file);
      trainer.trainTo(STEPS);
      assertThat(TinyTask.values(net)).isEqualTo(whole);
    }
  }

  private ChainSuperNet net() {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
  }

  private static SuperNetTrainer trainer(ChainSuperNet net, String name, String settings)
      throws IOException {
    SamplingMethod method =
        ServiceLoader.load(SamplingMethod.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new SuperNetTrainer(
        net,
        new Recipe(
            method.create(net.size().space(), new ObjectMapper().readTree(settings)),
            new Aligning(new NoAlignment(), List.of(TinyTask.batch(-1)))),
        TinyTask::batch,
        TinyTask.settings(STEPS),
        TinyTask.SEEDS);
  }
}
