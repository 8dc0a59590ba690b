package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MobileSpaceTest extends SpaceContract {

  private static final MobileSettings SMALL =
      new MobileSettings(
          8,
          1,
          3,
          4,
          2,
          0,
          List.of(new MobileSettings.Stage(2, 4, 1), new MobileSettings.Stage(2, 6, 2)),
          List.of(3, 5),
          List.of(2, 3),
          true,
          10,
          "batch");

  /** MobileNetV2's table 2: the first block has expansion 1, all others 6; kernels are 3 × 3. */
  private static final MobileSettings MOBILE_NET_V2 =
      new MobileSettings(
          224,
          3,
          1000,
          32,
          2,
          16,
          List.of(
              new MobileSettings.Stage(2, 24, 2),
              new MobileSettings.Stage(3, 32, 2),
              new MobileSettings.Stage(4, 64, 2),
              new MobileSettings.Stage(3, 96, 1),
              new MobileSettings.Stage(3, 160, 2),
              new MobileSettings.Stage(1, 320, 1)),
          List.of(3, 5, 7),
          List.of(3, 6),
          true,
          1280,
          "batch");

  private static final Architecture V2 = new Architecture(Collections.nCopies(16, "k3e6"));

  @Override
  protected SearchSpace space() {
    return SMALL.space();
  }

  @Test
  void lets_a_layer_be_left_out_only_where_it_keeps_the_shape() {
    assertThat(SMALL.space().candidates(1)).containsExactly("k3e2", "k3e3", "k5e2", "k5e3", "skip");
    assertThat(SMALL.space().candidates(2)).containsExactly("k3e2", "k3e3", "k5e2", "k5e3");
  }

  @Test
  void counts_a_block_s_parameters_as_by_hand() {
    // 4·8 + 2·8 widening, 8·9 + 2·8 depthwise, 8·6 + 2·6 narrowing
    assertThat(SMALL.space().parameters(2, "k3e2")).isEqualTo(48 + 88 + 60);
  }

  @Test
  void counts_no_widening_where_the_expansion_is_1() {
    assertThat(new MobileBlock(32, 16, 1, 3, 1).parameters()).isEqualTo(32 * 9 + 64 + 512 + 32);
  }

  @Test
  void counts_a_network_s_flops_as_by_hand() {
    // side 8 -> 4 behind the stem, 2 from the third layer on; two FLOPs a multiply-add
    long stem = 16 * 9 * 4;
    long same = 16 * (4 * 8 + 8 * 9 + 8 * 4);
    long halving = 16 * 4 * 8 + 4 * (8 * 9 + 8 * 6);
    long last = 4 * (6 * 12 + 12 * 9 + 12 * 6);
    long head = 4 * 6 * 10 + 10 * 3;
    assertThat(SMALL.space().forwardFlops(Architecture.parse("k3e2.skip.k3e2.k3e2")))
        .isEqualTo(2 * (stem + same + halving + last + head));
  }

  @Test
  void has_the_published_size_of_mobile_net_v2() {
    // 3,504,872 is what the published network's implementations hold; the paper's table says 3.4 M.
    assertThat(MOBILE_NET_V2.space().parameters(V2)).isEqualTo(3_504_872);
    assertThat(MOBILE_NET_V2.space().parameters(V2) / 3.4e6).isCloseTo(1, within(0.035));
  }

  @Test
  void has_the_published_multiply_adds_of_mobile_net_v2() {
    assertThat(MOBILE_NET_V2.space().forwardFlops(V2) / 2)
        .isCloseTo(300_000_000L, Percentage.withPercentage(1));
  }

  @Test
  void adds_up_the_super_net_s_parameters_over_all_candidates() {
    MobileSpace space = SMALL.space();
    Architecture path = Architecture.parse("k3e2.k3e2.k3e2.k3e2");
    long others = 0;
    for (int layer = 0; layer < space.layers(); layer++) {
      for (String name : space.alternatives(path, layer)) {
        others += space.parameters(layer, name);
      }
    }
    assertThat(space.superNetParameters()).isEqualTo(space.parameters(path) + others);
  }

  @Test
  void refuses_to_leave_out_a_layer_that_halves_the_image() {
    assertThatThrownBy(() -> SMALL.space().check(Architecture.parse("k3e2.k3e2.skip.k3e2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer 2 uses skip, which is none of [k3e2, k3e3, k5e2, k5e3]");
  }

  @Test
  void refuses_a_layer_without_a_choice() {
    assertThatThrownBy(
            () ->
                new MobileSettings(
                    8,
                    1,
                    3,
                    4,
                    2,
                    0,
                    List.of(new MobileSettings.Stage(2, 6, 2)),
                    List.of(3),
                    List.of(2),
                    true,
                    0,
                    "batch"))
        .hasMessage(
            "kernels are [3] and expansions [2]; a layer needs at least 2 operators to choose"
                + " from");
  }

  @Test
  void refuses_an_unknown_normalisation() {
    assertThatThrownBy(() -> ImageNormalisation.of("layer"))
        .hasMessage("normalisation is layer, none of [batch, group]");
  }
}
