package magicbench.baselines.twins;

import static org.assertj.core.api.Assertions.assertThat;

import magicbench.harness.space.ImageLayout;
import magicbench.harness.truth.MacroSpace;
import org.junit.jupiter.api.Test;

class TwinOfListedSpaceTest {

  @Test
  void a_network_of_listed_operators_has_a_twin_of_its_widest_expansion() {
    ImageLayout found =
        new ImageLayout(MacroSpace.settings(), "k5e6.skip.k5e6.k3e3.skip.k3e3.k5e6.k3e3");

    ImageLayout twin = new MobileNetV2Twin().like(found);

    assertThat(twin.child().operators()).containsOnly("k3e6");
  }
}
