package magicbench.harness.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Encodes many sentences, each distinct word once.
 *
 * <p>BERT's pre-tokeniser always cuts at a space, so a sentence's pieces are those of its
 * space-separated words, one after the other. Most words of a corpus have been met before, so that
 * a table spares most calls of the library. The table is emptied when it is full.
 */
final class SentenceEncoder {

  private static final Pattern SPACE = Pattern.compile(" ");
  private static final int BLOCK = 2048;

  private final WordPiece wordPiece;
  private final int maxWords;
  private final Map<String, int[]> words = new HashMap<>();

  /** Takes encoded sentences. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one sentence.
     *
     * @param sentence the sentence
     * @param pieces its pieces; not to be kept
     * @param wordCount how many space-separated words it has
     */
    void accept(Sentence sentence, int[] pieces, int wordCount);
  }

  /**
   * An encoder with an empty table.
   *
   * @param wordPiece encodes the words
   * @param maxWords how many words the table may hold, about
   */
  SentenceEncoder(WordPiece wordPiece, int maxWords) {
    this.wordPiece = wordPiece;
    this.maxWords = maxWords;
  }

  /**
   * Encodes sentences in their order.
   *
   * @param sentences where they come from
   * @param wanted which of them to encode
   * @param sink takes them
   */
  void encode(SentenceSource sentences, Predicate<Sentence> wanted, Sink sink) {
    List<Sentence> block = new ArrayList<>(BLOCK);
    sentences.read(
        sentence -> {
          if (wanted.test(sentence)) {
            block.add(sentence);
          }
          if (block.size() == BLOCK) {
            encodeBlock(block, sink);
            block.clear();
          }
        });
    encodeBlock(block, sink);
  }

  private void encodeBlock(List<Sentence> block, Sink sink) {
    if (words.size() > maxWords) {
      words.clear();
    }
    List<String[]> cut = block.stream().map(s -> SPACE.split(s.text(), -1)).toList();
    learn(cut);
    for (int place = 0; place < block.size(); place++) {
      String[] parts = cut.get(place);
      sink.accept(block.get(place), pieces(parts), parts.length);
    }
  }

  private void learn(List<String[]> sentences) {
    Set<String> unseen = new LinkedHashSet<>();
    for (String[] parts : sentences) {
      for (String part : parts) {
        if (!words.containsKey(part)) {
          unseen.add(part);
        }
      }
    }
    List<String> texts = List.copyOf(unseen);
    List<int[]> encoded = wordPiece.encode(texts);
    for (int place = 0; place < texts.size(); place++) {
      words.put(texts.get(place), encoded.get(place));
    }
  }

  private int[] pieces(String[] parts) {
    int length = 0;
    for (String part : parts) {
      length += words.get(part).length;
    }
    int[] all = new int[length];
    int filled = 0;
    for (String part : parts) {
      int[] pieces = words.get(part);
      System.arraycopy(pieces, 0, all, filled, pieces.length);
      filled += pieces.length;
    }
    return all;
  }
}
