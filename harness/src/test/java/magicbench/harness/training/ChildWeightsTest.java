package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildWeightsTest {

  private static final Architecture CHILD = Architecture.parse("mha.ffn");

  @TempDir private Path folder;
  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  private ChainSuperNet net(String form, int inner, long seed) {
    SpaceSettings space = new SpaceSettings(2, List.of("mha", "ffn", "id"), 8, 2, inner, 0, form);
    NetworkSize size = new NetworkSize(space.space(), TinyTask.VOCABULARY, TinyTask.SEQUENCE);
    return new ChainSuperNet(size, new Seeds(seed), manager);
  }

  @Test
  void brings_a_child_model_to_another_network() {
    Path file = folder.resolve("child.safetensors");
    ChainSuperNet from = net("bert", 12, 1);
    ChainSuperNet to = net("bert", 12, 2);

    ChildWeights.write(file, from, CHILD);
    ChildWeights.read(file, to, CHILD);

    String name = "layer01/ffn/in.weight";
    assertThat(to.weights().get(name).array().toFloatArray())
        .isEqualTo(from.weights().get(name).array().toFloatArray());
  }

  @Test
  void refuses_weights_of_another_form_though_all_of_the_networks_own_are_there() {
    Path file = folder.resolve("child.safetensors");
    ChildWeights.write(file, net("bert", 12, 1), CHILD);
    ChainSuperNet plain = net(null, 12, 2);
    Object before = TinyTask.values(plain);

    assertThatThrownBy(() -> ChildWeights.read(file, plain, CHILD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has embedding/norm.gain as [8], the network as nothing");
    assertThat(TinyTask.values(plain)).isEqualTo(before);
  }

  @Test
  void refuses_weights_of_another_size() {
    Path file = folder.resolve("child.safetensors");
    ChildWeights.write(file, net(null, 12, 1), CHILD);

    assertThatThrownBy(() -> ChildWeights.read(file, net(null, 16, 2), CHILD))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has layer01/ffn/in.bias as [12], the network as [16]");
  }
}
