package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class WordPieceTest {

  private static final List<String> SMALL =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "play", "##ing", "p", "##l", ".");

  @Test
  void has_the_whole_vocabulary_of_bert() {
    List<String> pieces = RealData.tokenizer().pieces();

    assertThat(pieces).hasSize(30_522);
    assertThat(SpecialPieces.in(pieces)).isEqualTo(new SpecialPieces(0, 100, 101, 102, 103));
  }

  @Test
  void neither_pads_nor_truncates_nor_adds_special_pieces() {
    assertThat(encode(RealData.tokenizer(), "the ".repeat(200)))
        .hasSize(200)
        .containsOnly(RealData.tokenizer().pieces().indexOf("the"));
  }

  @Test
  void encodes_with_the_new_identifiers_of_a_smaller_vocabulary() {
    assertThat(encode(RealData.tokenizer().withPieces(SMALL), "Playing pl. quest"))
        .containsExactly(5, 6, 7, 8, 9, 1);
  }

  @Test
  void takes_a_special_piece_spelt_out_in_text_for_an_unknown_word() {
    assertThat(encode(RealData.tokenizer().withPieces(SMALL), "[MASK] play")).containsExactly(1, 5);
  }

  @Test
  void encodes_word_by_word_what_the_library_makes_of_whole_sentences() {
    List<Sentence> sentences =
        RealData.read(
            new SentenceSample(
                List.of(
                    new LanguageToolReader(RealData.jar(DataCatalogue.LANGUAGE_TOOL)),
                    new EuroparlReader(RealData.jar(DataCatalogue.EUROPARL))),
                2000));
    List<List<Integer>> byWord = new ArrayList<>();
    try (WordPiece wordPiece = new WordPiece(RealData.tokenizer())) {
      new SentenceEncoder(wordPiece, 100)
          .encode(sentences::forEach, s -> true, (s, ids, words) -> byWord.add(boxed(ids)));

      assertThat(byWord)
          .hasSize(2000)
          .isEqualTo(
              wordPiece.encode(sentences.stream().map(Sentence::text).toList()).stream()
                  .map(WordPieceTest::boxed)
                  .toList());
    }
  }

  @Test
  void refuses_a_file_without_vocabulary() {
    byte[] json = "{\"model\": {\"vocab\": {\"a\": 1}}}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> TokenizerFile.parse(new ByteArrayInputStream(json), "t.json"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.json: no WordPiece vocabulary");
  }

  private static int[] encode(TokenizerFile file, String text) {
    try (WordPiece wordPiece = new WordPiece(file)) {
      return wordPiece.encode(List.of(text)).get(0);
    }
  }

  private static List<Integer> boxed(int[] ids) {
    return Arrays.stream(ids).boxed().toList();
  }
}
