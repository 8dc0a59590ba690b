package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenBatchTest {

  @Test
  void refuses_ids_that_do_not_fill_the_rows() {
    int[] one = {0};
    assertThatThrownBy(() -> new TokenBatch(new int[5], 2, 3, one, one))
        .hasMessage("5 token ids for 2 × 3 places");
  }

  @Test
  void refuses_a_batch_without_masked_places() {
    int[] none = {};
    assertThatThrownBy(() -> new TokenBatch(new int[6], 2, 3, none, none))
        .hasMessage("0 masked places for 0 targets");
  }
}
