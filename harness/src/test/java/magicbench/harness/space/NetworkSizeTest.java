package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Counted by hand at L 2, H 8, V 20, S 10. */
class NetworkSizeTest {

  private static final NetworkSize SIZE =
      new NetworkSize(new SpaceSettings(2, List.of("ffn", "id"), 8, 1, 12, 0).space(), 20, 10);
  private static final int FEED_FORWARD = 228;

  @Test
  void counts_what_all_child_models_share() {
    // tokens 20·8, positions 10·8, LayerNorm 16, output bias 20
    assertThat(SIZE.sharedParameters()).isEqualTo(160 + 80 + 16 + 20);
  }

  @Test
  void counts_a_child_model() {
    assertThat(SIZE.parameters(Architecture.parse("ffn.id"))).isEqualTo(276 + FEED_FORWARD);
  }

  @Test
  void counts_the_super_net() {
    assertThat(SIZE.superNetParameters()).isEqualTo(276 + 2 * FEED_FORWARD);
  }

  @Test
  void counts_what_bert_s_form_adds() {
    SpaceSettings settings = new SpaceSettings(2, List.of("ffn", "id"), 8, 1, 12, 0, "bert");
    NetworkSize bert = new NetworkSize(settings.space(), 20, 10);

    // the embedding's LayerNorm 16, the head's linear map 8·8 + 8
    assertThat(bert.sharedParameters()).isEqualTo(276 + 16 + 64 + 8);
    // the linear map at each of seven masked places
    assertThat(bert.forwardFlops(Architecture.parse("id.ffn"), 3, 7))
        .isEqualTo(3 * 3840 + 2 * 7 * (8 * 20 + 8 * 8));
  }

  @Test
  void counts_the_flops_of_a_training_step() {
    // three sequences through one network of 3840 each, seven masked places through 8×20
    long forward = 3 * 3840 + 2 * 7 * 8 * 20;
    assertThat(SIZE.trainingFlops(Architecture.parse("id.ffn"), 3, 7)).isEqualTo(3 * forward);
  }
}
