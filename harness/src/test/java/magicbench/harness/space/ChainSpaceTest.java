package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainSpaceTest extends SpaceContract {

  private static final OperatorSpec FEED_FORWARD = new OperatorSpec.FeedForward(12);

  @Override
  protected SearchSpace space() {
    List<String> operators = List.of("mha", "ffn", "sep3", "sep5", "sep7", "id");
    return new SpaceSettings(4, operators, 8, 2, 32, 0).space();
  }

  @Test
  void refuses_a_child_model_of_another_depth() {
    assertThatThrownBy(() -> space().check(Architecture.parse("mha.ffn")))
        .hasMessage("architecture mha.ffn has 2 layers, not 4");
  }

  @Test
  void refuses_the_same_operator_twice() {
    List<OperatorSpec> twice = List.of(FEED_FORWARD, FEED_FORWARD);
    assertThatThrownBy(() -> new ChainSpace(2, 8, twice)).hasMessage("operators name ffn twice");
  }

  @Test
  void refuses_a_layer_without_a_choice() {
    assertThatThrownBy(() -> new ChainSpace(2, 8, List.of(FEED_FORWARD)))
        .hasMessageContaining("at least 2");
  }

  @Test
  void lists_the_operators_that_a_layer_does_not_use() {
    ChainSpace space = (ChainSpace) space();
    assertThat(space.alternatives(Architecture.parse("mha.id.ffn.ffn"), 1))
        .containsExactly("mha", "ffn", "sep3", "sep5", "sep7");
  }

  @Test
  void tells_how_large_an_operator_is() {
    // LayerNorm, two linear maps with biases.
    assertThat(space().parameters(3, "ffn")).isEqualTo(2 * 8 + (8 * 32 + 32) + (32 * 8 + 8));
    assertThat(space().parameters(0, "id")).isZero();
  }
}
