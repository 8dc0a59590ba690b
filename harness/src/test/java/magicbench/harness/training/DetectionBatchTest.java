package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;

class DetectionBatchTest {

  /** The text 5 6 7, 8 9 4; its masked places show the mask 0, another token 1 and the original. */
  private static final TokenBatch MASKED =
      new TokenBatch(new int[] {0, 6, 7, 1, 9, 4}, 2, 3, new int[] {0, 3, 5}, new int[] {5, 8, 4});

  @Test
  void shows_the_original_text_but_for_the_sampled_tokens() {
    DetectionBatch batch = DetectionBatch.of(MASKED, new int[] {5, 2, 3});

    assertThat(batch.ids()).containsExactly(5, 6, 7, 2, 9, 3);
  }

  @Test
  void a_sample_that_is_the_original_replaces_nothing() {
    DetectionBatch batch = DetectionBatch.of(MASKED, new int[] {5, 2, 3});

    assertThat(batch.replaced()).containsExactly(false, false, false, true, false, true);
  }

  @Test
  void original_tokens_have_the_sign_1_and_replaced_ones_minus_1() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      DetectionBatch batch = DetectionBatch.of(MASKED, new int[] {5, 2, 3});

      assertThat(batch.signs(manager).toFloatArray()).containsExactly(1, 1, 1, -1, 1, -1);
      assertThat(batch.signs(manager).getShape().getShape()).containsExactly(2, 3, 1);
    }
  }

  @Test
  void leaves_the_masked_batch_as_it_was() {
    DetectionBatch.of(MASKED, new int[] {3, 3, 3});

    assertThat(MASKED.inputIds()).containsExactly(0, 6, 7, 1, 9, 4);
  }
}
