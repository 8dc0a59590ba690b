package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A super-net's trainer that keeps its weights' moving averages. */
class AveragedWeightsTest {

  private static final double DECAY = 0.6;
  private static final long STEPS = 20;
  private static final Architecture PATH = Architecture.parse("mha.ffn.sep3");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ChainSuperNet net = net();

  @TempDir private Path folder;

  @AfterEach
  void free() {
    manager.close();
  }

  private ChainSuperNet net() {
    return new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);
  }

  private static SuperNetTrainer trainer(ChainSuperNet net, Double averageDecay) {
    return trainer(net, averageDecay, TinyTask.uniform(net.size().space(), 2));
  }

  private static SuperNetTrainer trainer(
      ChainSuperNet net, Double averageDecay, PathSampler sampler) {
    TrainingSettings settings =
        new TrainingSettings(
            STEPS, 4, 1e-2, 2, Decay.COSINE, 0.01, 1, 0.9, 0.999, 1e-8, 0, 0, null, averageDecay);
    return new SuperNetTrainer(net, sampler, TinyTask::batch, settings, TinyTask.SEEDS);
  }

  private static Map<String, List<Float>> averages(SuperNetTrainer trainer, ChainSuperNet net) {
    return trainer.withAveragedWeights(() -> TinyTask.values(net));
  }

  /** Weights off the path, whose average stays what they are, among them. */
  @Test
  void averages_every_weight_of_every_step() {
    assertAveraged(TinyTask.fixed(PATH));
  }

  @Test
  void averages_what_another_rule_makes_of_the_weights() {
    StepRule rule = new StepRule.Reptile(2, 0.1, new StepRule.Interpolation(0.5));
    assertAveraged(new RuledPaths(List.of(PATH), rule));
  }

  private void assertAveraged(PathSampler sampler) {
    List<Map<String, List<Float>>> seen = new ArrayList<>(List.of(TinyTask.values(net)));
    try (SuperNetTrainer trainer = trainer(net, DECAY, sampler)) {
      while (trainer.step() < STEPS) {
        trainer.trainTo(trainer.step() + 1);
        seen.add(TinyTask.values(net));
      }
      averages(trainer, net)
          .forEach(
              (name, values) -> {
                double expected = average(seen, name);
                assertThat((double) values.get(0)).as(name).isCloseTo(expected, within(1e-6));
              });
    }
  }

  private static double average(List<Map<String, List<Float>>> seen, String name) {
    double average = seen.get(0).get(name).get(0);
    for (int update = 1; update < seen.size(); update++) {
      double kept = Math.min(DECAY, (1.0 + update) / (10.0 + update));
      average = kept * average + (1 - kept) * seen.get(update).get(name).get(0);
    }
    return average;
  }

  @Test
  void trains_the_weights_that_are_trained_without_averages() {
    try (ChainSuperNet other = net();
        SuperNetTrainer averaging = trainer(net, DECAY);
        SuperNetTrainer plain = trainer(other, null)) {
      averaging.trainTo(STEPS / 2);
      averages(averaging, net);
      averaging.trainTo(STEPS);
      plain.trainTo(STEPS);
      assertThat(TinyTask.values(net)).isEqualTo(TinyTask.values(other));
    }
  }

  @Test
  void puts_the_trained_weights_back_bit_for_bit() {
    try (SuperNetTrainer trainer = trainer(net, DECAY)) {
      trainer.trainTo(STEPS);
      Map<String, List<Float>> before = TinyTask.values(net);
      assertThat(averages(trainer, net)).isNotEqualTo(before);
      assertThat(TinyTask.values(net)).isEqualTo(before);
    }
  }

  @Test
  void puts_the_trained_weights_back_when_the_test_fails() {
    try (SuperNetTrainer trainer = trainer(net, DECAY)) {
      trainer.trainTo(3);
      Map<String, List<Float>> before = TinyTask.values(net);
      assertThatThrownBy(
              () ->
                  trainer.withAveragedWeights(
                      () -> {
                        throw new IllegalArgumentException("no such picture");
                      }))
          .hasMessage("no such picture");
      assertThat(TinyTask.values(net)).isEqualTo(before);
    }
  }

  @Test
  void can_not_train_while_averages_are_in_the_weights_place() {
    try (SuperNetTrainer trainer = trainer(net, DECAY)) {
      assertThatThrownBy(() -> trainer.withAveragedWeights(trainer::runStep))
          .hasMessage("the averages are in the weights' place");
    }
  }

  @Test
  void can_not_save_while_averages_are_in_the_weights_place() {
    Path file = folder.resolve("none.safetensors");
    try (SuperNetTrainer trainer = trainer(net, DECAY)) {
      assertThatThrownBy(
              () ->
                  trainer.withAveragedWeights(
                      () -> {
                        trainer.save(file);
                        return file;
                      }))
          .hasMessage("the averages are in the weights' place");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void keeps_the_number_of_live_arrays_constant_from_step_to_step() {
    try (SuperNetTrainer trainer = trainer(net, DECAY)) {
      trainer.trainTo(1);
      int first = manager.getManagedArrays().size();
      averages(trainer, net);
      trainer.trainTo(STEPS);
      assertThat(manager.getManagedArrays()).hasSize(first);
    }
  }

  @Test
  void resumes_weights_and_averages_bit_for_bit() {
    Map<String, List<Float>> whole;
    Map<String, List<Float>> wholeAverages;
    Path file = folder.resolve("checkpoint.safetensors");
    try (SuperNetTrainer trainer = trainer(net, DECAY)) {
      trainer.trainTo(STEPS / 2);
      trainer.save(file);
      trainer.trainTo(STEPS);
      whole = TinyTask.values(net);
      wholeAverages = averages(trainer, net);
    }
    try (ChainSuperNet fresh = net();
        SuperNetTrainer trainer = trainer(fresh, DECAY)) {
      trainer.restore(file);
      trainer.trainTo(STEPS);
      assertThat(TinyTask.values(fresh)).isEqualTo(whole);
      assertThat(averages(trainer, fresh)).isEqualTo(wholeAverages);
    }
  }

  @Test
  void a_checkpoint_without_averages_holds_weights_and_moments_only() {
    Path file = folder.resolve("checkpoint.safetensors");
    try (SuperNetTrainer trainer = trainer(net, null)) {
      trainer.trainTo(1);
      trainer.save(file);
    }
    assertThat(Safetensors.open(file).shapes().keySet())
        .hasSize(3 * net.weights().size())
        .allMatch(name -> name.matches("(weight|adam\\.mean|adam\\.variance)/.*"));
  }

  @Test
  void without_averages_the_weights_stay_what_they_are() {
    try (SuperNetTrainer trainer = trainer(net, null)) {
      trainer.trainTo(2);
      int arrays = manager.getManagedArrays().size();
      assertThat(averages(trainer, net)).isEqualTo(TinyTask.values(net));
      assertThat(manager.getManagedArrays()).hasSize(arrays);
    }
  }
}
