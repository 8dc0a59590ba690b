package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBatchTest {

  @Test
  void refuses_ids_that_do_not_fill_the_rows() {
    int[] one = {0};
    assertThatThrownBy(() -> new TokenBatch(new int[5], 2, 3, one, one))
        .hasMessage("5 token ids for 2 × 3 places");
  }

  @Test
  void falls_into_parts_that_keep_every_row_and_masked_place() {
    int[] ids = IntStream.range(0, 8).toArray();
    TokenBatch batch = new TokenBatch(ids, 4, 2, new int[] {7, 0, 4, 3}, new int[] {70, 0, 40, 30});

    List<TokenBatch> parts = batch.parts(2);

    assertThat(parts).hasSize(2);
    assertThat(parts.get(1).inputIds()).containsExactly(4, 5, 6, 7);
    assertThat(parts.get(1).positions()).containsExactly(3, 0);
    assertThat(parts.get(1).targets()).containsExactly(70, 40);
    assertThat(parts.get(0).shareOf(batch)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 3", "7, 3", "7, 4", "0, 4"})
  void leaves_no_part_without_a_masked_place(int masked, int rows) {
    int[] one = {masked};
    TokenBatch batch = new TokenBatch(new int[8], 4, 2, one, one);
    assertThat(batch.parts(rows)).hasSize(1).allMatch(part -> part.batch() == 4);
  }

  @Test
  void refuses_a_batch_without_masked_places() {
    int[] none = {};
    assertThatThrownBy(() -> new TokenBatch(new int[6], 2, 3, none, none))
        .hasMessage("0 masked places for 0 targets");
  }
}
