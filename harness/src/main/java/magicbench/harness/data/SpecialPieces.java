package magicbench.harness.data;

import java.util.List;

/**
 * The identifiers of the pieces that stand for no text.
 *
 * @param pad fills up a sequence
 * @param unknown stands for a word that no pieces make up
 * @param start opens a sequence
 * @param separator ends a sentence
 * @param mask hides a piece
 */
public record SpecialPieces(int pad, int unknown, int start, int separator, int mask) {

  /** How a text hides a word. */
  public static final String MASK = "[MASK]";

  /** Their texts, in the order of the fields. */
  static final List<String> TEXTS = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", SpecialPieces.MASK);

  /** How many there are. */
  static final int COUNT = 5;

  /**
   * Finds them in a vocabulary.
   *
   * @param pieces all pieces, in the order of their identifiers
   * @return their identifiers
   * @throws IllegalArgumentException when one is missing
   */
  static SpecialPieces in(List<String> pieces) {
    int[] ids = TEXTS.stream().mapToInt(pieces::indexOf).toArray();
    for (int place = 0; place < COUNT; place++) {
      if (ids[place] < 0) {
        throw new IllegalArgumentException("the vocabulary lacks " + TEXTS.get(place));
      }
    }
    return new SpecialPieces(ids[0], ids[1], ids[2], ids[3], ids[4]);
  }

  /**
   * Whether a piece is one of them.
   *
   * @param id a piece's identifier
   * @return true for the five, the unknown piece included
   */
  public boolean contains(int id) {
    return id == pad || id == unknown || id == start || id == separator || id == mask;
  }
}
