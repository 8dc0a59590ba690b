package magicbench.harness.data;

import java.util.OptionalInt;
import magicbench.harness.data.SquadQuestion.Span;

/**
 * A text's pieces, and where in the text each stands.
 *
 * @param ids the pieces' identifiers
 * @param from each piece's first character, in Java's characters
 * @param to the character behind each piece's last one; marks that go with it (accents) count as
 *     its own, also where the tokenizer drops them
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; a text has hundreds of pieces
public record TextPieces(int[] ids, int[] from, int[] to) {

  /**
   * The number of pieces.
   *
   * @return 0 or more
   */
  public int size() {
    return ids.length;
  }

  /**
   * The part of the text that some pieces cover.
   *
   * @param first the first piece, from 0
   * @param last the last piece, no earlier
   * @return from the first one's beginning to the last one's end
   */
  public Span span(int first, int last) {
    return new Span(from[first], to[last]);
  }

  /**
   * The piece that begins at a character.
   *
   * @param character its place
   * @return the first such piece's number; empty where none begins there
   */
  public OptionalInt beginningAt(int character) {
    return find(from, character);
  }

  /**
   * The piece that ends at a character.
   *
   * @param character the place behind its last character
   * @return the first such piece's number; empty where none ends there
   */
  public OptionalInt endingAt(int character) {
    return find(to, character);
  }

  private static OptionalInt find(int[] places, int character) {
    for (int piece = 0; piece < places.length; piece++) {
      if (places[piece] == character) {
        return OptionalInt.of(piece);
      }
    }
    return OptionalInt.empty();
  }
}
