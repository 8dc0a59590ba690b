package magicbench.harness.data;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
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

  /**
   * Encodes texts as {@link #encode} does, and tells where each piece stands.
   *
   * @param texts any texts
   * @return each text's pieces, without special ones around them
   */
  List<TextPieces> cut(List<String> texts) {
    List<TextPieces> all = new ArrayList<>(texts.size());
    for (int from = 0; from < texts.size(); from += BATCH) {
      List<String> batch = texts.subList(from, Math.min(from + BATCH, texts.size()));
      Encoding[] encodings = tokenizer.batchEncode(batch);
      for (int place = 0; place < encodings.length; place++) {
        all.add(pieces(batch.get(place), encodings[place]));
      }
    }
    return all;
  }

  /** The library counts code points. Marks behind a piece, which it drops, are counted in. */
  private TextPieces pieces(String text, Encoding encoding) {
    CharSpan[] spans = encoding.getCharTokenSpans();
    long[] ids = encoding.getIds();
    TextPieces pieces =
        new TextPieces(new int[ids.length], new int[ids.length], new int[ids.length]);
    int[] characters = characters(text);
    for (int piece = 0; piece < ids.length; piece++) {
      pieces.ids()[piece] = textual((int) ids[piece]);
      pieces.from()[piece] = characters[spans[piece].getStart()];
      int next = piece + 1 < ids.length ? characters[spans[piece + 1].getStart()] : text.length();
      pieces.to()[piece] = withMarks(text, characters[spans[piece].getEnd()], next);
    }
    return pieces;
  }

  private static int[] characters(String text) {
    int[] characters = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int codePoint = 0; codePoint < characters.length; codePoint++) {
      characters[codePoint] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return characters;
  }

  private static int withMarks(String text, int end, int next) {
    int place = end;
    while (place < next && isMark(text.codePointAt(place))) {
      place += Character.charCount(text.codePointAt(place));
    }
    return place;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private int textual(int id) {
    return special.contains(id) ? special.unknown() : id;
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
