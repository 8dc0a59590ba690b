package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyCutTest {

  private static final List<String> PIECES =
      List.of(
          "[PAD]",
          "[unused0]",
          "[UNK]",
          "[CLS]",
          "[SEP]",
          "[MASK]",
          "a",
          "##a",
          "b",
          "##b",
          "abb",
          "##bb",
          "zz",
          "yy");
  private static final long[] COUNTS = {0, 0, 9, 0, 0, 0, 1, 0, 4, 0, 6, 3, 2, 2};

  @Test
  void keeps_special_pieces_then_frequent_characters_then_frequent_pieces() {
    // Characters: "##b" 6 × 2 + 3 × 2 = 18, "a" 6 + 1 = 7; "b" only 4, too few.
    assertThat(VocabularyCut.cut(PIECES, COUNTS, 11))
        .containsExactly(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##b", "a", "abb", "b", "##bb", "yy");
  }

  @Test
  void fills_up_with_pieces_never_seen_but_not_with_unused_ones() {
    assertThat(VocabularyCut.cut(PIECES, COUNTS, 13))
        .endsWith("yy", "zz", "##a")
        .doesNotContain("[unused0]");
  }

  @Test
  void stays_within_a_budget_smaller_than_the_alphabet() {
    assertThat(VocabularyCut.cut(PIECES, COUNTS, 6))
        .containsExactly("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##b");
  }

  @Test
  void changes_nothing_when_everything_fits() {
    assertThat(VocabularyCut.cut(PIECES, COUNTS, 14)).isEqualTo(PIECES);
  }
}
