package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncoderTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeTokenizer() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), SmallTokenizer.json());
  }

  private List<int[]> encode(List<String> first, List<String> second, int longest) {
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      return encoder.encode(first, second, longest);
    }
  }

  @Test
  void a_folder_holds_an_encoder_where_a_network_left_its_own(@TempDir Path published) {
    DataFiles files = withVocabulary();
    assertThat(TextEncoder.isIn(published)).isFalse();

    TextEncoder.leaveBert(files, published);

    try (TextEncoder left = TextEncoder.of(published);
        TextEncoder bert = TextEncoder.ofBert(files)) {
      List<String> texts = List.of("The capital of France is Paris.");
      assertThat(TextEncoder.isIn(published)).isTrue();
      assertThat(left.encode(texts, List.of(), 16))
          .containsExactly(bert.encode(texts, List.of(), 16).get(0));
    }
  }

  @Test
  void two_folders_have_the_same_pieces_or_others(@TempDir Path same, @TempDir Path other)
      throws IOException {
    Files.writeString(same.resolve("tokenizer.json"), SmallTokenizer.json());
    TextEncoder.leaveBert(withVocabulary(), other);

    assertThat(TextEncoder.haveSamePieces(folder, same)).isTrue();
    assertThat(TextEncoder.haveSamePieces(folder, other)).isFalse();
  }

  private static DataFiles withVocabulary() {
    RealData.jar(DataCatalogue.MINILM);
    return RealData.files();
  }

  @Test
  void puts_a_text_between_its_marks() {
    assertThat(encode(List.of("a bb", "q"), List.of(), 16))
        .containsExactly(new int[] {2, 5, 6, 7, 3}, new int[] {2, 1, 3});
  }

  @Test
  void puts_a_separator_behind_both_texts_of_a_pair() {
    assertThat(encode(List.of("a a"), List.of("b"), 16))
        .containsExactly(new int[] {2, 5, 5, 3, 6, 3});
  }

  @Test
  void hides_the_word_that_a_text_hides() {
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      assertThat(encoder.encodeMasked("a [MASK] b")).containsExactly(2, 5, 4, 6, 3);
      assertThat(encoder.mask()).isEqualTo(4);
      assertThat(encoder.piece(5)).isEqualTo("a");
      assertThat(encoder.vocabulary()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "[MASK] a [MASK]"})
  void hides_one_word_and_no_other_number_of_them(String text) {
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      assertThatThrownBy(() -> encoder.encodeMasked(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("'" + text + "' must hide one word as [MASK]");
    }
  }

  @Test
  void cuts_a_text_at_its_end() {
    assertThat(encode(List.of("a a a b b b"), List.of(), 6))
        .containsExactly(new int[] {2, 5, 5, 5, 6, 3});
  }

  @Test
  void cuts_the_longer_text_of_a_pair_first() {
    assertThat(encode(List.of("a a a a a a"), List.of("b b"), 8))
        .containsExactly(new int[] {2, 5, 5, 5, 3, 6, 6, 3});
    assertThat(encode(List.of("a a"), List.of("b b b b b b"), 8))
        .containsExactly(new int[] {2, 5, 5, 3, 6, 6, 6, 3});
  }

  @Test
  void pairs_that_don_t_match_are_a_mistake() {
    assertThatThrownBy(() -> encode(List.of("a", "b"), List.of("a"), 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 first texts for 1 second ones");
  }

  @Test
  void a_corpus_without_tokenizer_is_told_of() throws IOException {
    Files.delete(folder.resolve("tokenizer.json"));
    assertThatThrownBy(() -> TextEncoder.of(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("prepare the corpus again");
  }
}
