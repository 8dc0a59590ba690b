package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Counted by hand at H 8, S 10. */
class OperatorSpecTest {

  private static final int HIDDEN = 8;
  private static final int SEQUENCE = 10;

  @Test
  void counts_attention() {
    OperatorSpec attention = new OperatorSpec.Attention(2);
    // LayerNorm 16; query, key, value 8·24 + 24; output 8·8 + 8
    assertThat(attention.parameters(HIDDEN)).isEqualTo(16 + 216 + 72);
    // projections 2·10·8·24 + 2·10·8·8; scores and mixing 2 · 2·10·8·10
    assertThat(attention.flops(HIDDEN, SEQUENCE)).isEqualTo(3840 + 1280 + 3200);
  }

  @Test
  void counts_feed_forward() {
    OperatorSpec feedForward = new OperatorSpec.FeedForward(12);
    // LayerNorm 16; in 8·12 + 12; out 12·8 + 8
    assertThat(feedForward.parameters(HIDDEN)).isEqualTo(16 + 108 + 104);
    assertThat(feedForward.flops(HIDDEN, SEQUENCE)).isEqualTo(2 * 2 * 10 * 8 * 12);
  }

  @Test
  void counts_the_convolution_of_nas_bert() {
    OperatorSpec convolution = new OperatorSpec.SeparableConvolution(3, 0);
    // LayerNorm 16; depthwise 3·8 + 8; pointwise 8·8 + 8
    assertThat(convolution.parameters(HIDDEN)).isEqualTo(16 + 32 + 72);
    assertThat(convolution.flops(HIDDEN, SEQUENCE)).isEqualTo(2 * 10 * 8 * 3 + 2 * 10 * 8 * 8);
  }

  @Test
  void counts_a_widening_convolution() {
    OperatorSpec convolution = new OperatorSpec.SeparableConvolution(5, 2);
    // LayerNorm 16; in 8·16 + 16; depthwise 5·16 + 16; out 16·8 + 8
    assertThat(convolution.parameters(HIDDEN)).isEqualTo(16 + 144 + 96 + 136);
    assertThat(convolution.flops(HIDDEN, SEQUENCE))
        .isEqualTo(2 * (2 * 10 * 8 * 16) + 2 * 10 * 16 * 5);
  }

  @Test
  void costs_nothing_to_skip() {
    OperatorSpec identity = new OperatorSpec.Identity();
    assertThat(identity.parameters(HIDDEN) + identity.flops(HIDDEN, SEQUENCE)).isZero();
  }

  @Test
  void refuses_an_even_kernel() {
    assertThatThrownBy(() -> new OperatorSpec.SeparableConvolution(4, 1))
        .hasMessageContaining("kernel 4 is even");
  }
}
