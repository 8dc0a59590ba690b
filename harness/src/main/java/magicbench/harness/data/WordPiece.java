package magicbench.harness.data;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cuts text into word pieces, with the HuggingFace library. */
final class WordPiece implements AutoCloseable {

  private static final Map<String, String> OPTIONS =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");
  private static final int BATCH = 4096;

  private final HuggingFaceTokenizer tokenizer;
  private final SpecialPieces special;
  private final List<String> pieces;

  /**
   * Loads a tokenizer.
   *
   * @param file what to load
   */
  WordPiece(TokenizerFile file) {
    try {
      this.tokenizer = HuggingFaceTokenizer.newInstance(file.stream(), OPTIONS);
    } catch (IOException e) {
      throw new IllegalStateException("the tokenizer refuses its file", e);
    }
    this.special = SpecialPieces.in(file.pieces());
    this.pieces = file.pieces();
  }

  /**
   * The number of pieces.
   *
   * @return the vocabulary's size
   */
  int size() {
    return pieces.size();
  }

  /**
   * A piece's text.
   *
   * @param id its identifier
   * @return the text
   */
  String piece(int id) {
    return pieces.get(id);
  }

  /**
   * The pieces that stand for no text.
   *
   * @return their identifiers
   */
  SpecialPieces special() {
    return special;
  }

  /**
   * Encodes texts. A special piece that is spelt out in the text becomes the unknown piece.
   *
   * @param texts any texts
   * @return each text's pieces, without special ones around them
   */
  List<int[]> encode(List<String> texts) {
    List<int[]> all = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      for (Encoding encoding : tokenizer.batchEncode(batch)) {
        all.add(Arrays.stream(encoding.getIds()).mapToInt(id -> textual((int) id)).toArray());
      }
    }
    return all;
  }

  private int textual(int id) {
    return special.contains(id) ? special.unknown() : id;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
