package magicbench.harness.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Cuts a WordPiece vocabulary down to the pieces that a text needs most.
 *
 * <p>First the five special pieces, then single characters at the start and inside of words that
 * occur more than five times (so that rare words can still be spelt), most frequent first, then the
 * most frequent other pieces. Equal counts are ordered by the piece's text.
 */
final class VocabularyCut {

  private static final String INSIDE = "##";
  private static final int HANDFUL = 5;
  private static final String UNUSED = "\\[unused\\d+]";

  private VocabularyCut() {}

  /**
   * Cuts.
   *
   * @param pieces the whole vocabulary, in the order of its identifiers
   * @param counts how often each piece occurs in the training text
   * @param size the number of pieces wanted
   * @return the pieces kept, in the order of their new identifiers; all pieces in their old order
   *     when {@code size} is not smaller than their number
   */
  static List<String> cut(List<String> pieces, long[] counts, int size) {
    if (size >= pieces.size()) {
      return pieces;
    }
    Map<String, Long> byPiece = new HashMap<>();
    IntStream.range(0, counts.length).forEach(id -> byPiece.put(pieces.get(id), counts[id]));
    Map<String, Long> characters = characterCounts(byPiece);
    Set<String> kept = new LinkedHashSet<>(SpecialPieces.TEXTS);
    characters.keySet().stream()
        .filter(character -> byPiece.containsKey(character) && characters.get(character) > HANDFUL)
        .sorted(mostFrequent(characters))
        .forEach(kept::add);
    pieces.stream()
        .filter(piece -> !piece.matches(UNUSED))
        .sorted(mostFrequent(byPiece))
        .forEach(kept::add);
    return new ArrayList<>(kept).subList(0, Math.min(size, kept.size()));
  }

  private static Comparator<String> mostFrequent(Map<String, Long> counts) {
    return Comparator.<String>comparingLong(piece -> -counts.get(piece))
        .thenComparing(Comparator.naturalOrder());
  }

  /** How often each character stands at the start of a word, or inside one (with the prefix). */
  private static Map<String, Long> characterCounts(Map<String, Long> byPiece) {
    Map<String, Long> characters = new HashMap<>();
    byPiece.forEach(
        (piece, count) -> {
          boolean inside = piece.length() > INSIDE.length() && piece.startsWith(INSIDE);
          int[] points = piece.substring(inside ? INSIDE.length() : 0).codePoints().toArray();
          for (int place = 0; place < points.length; place++) {
            String prefix = inside || place > 0 ? INSIDE : "";
            characters.merge(prefix + Character.toString(points[place]), count, Long::sum);
          }
        });
    return characters;
  }
}
