package magicbench.harness.data;

import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.CorpusSummary.SourceCounts;

/** Counts one side of a corpus while it is written. */
final class PartTally {

  private final SpecialPieces special;
  private final long[] pieces;
  private final SortedMap<String, SourceCounts> sources = new TreeMap<>();
  private long words;

  PartTally(WordPiece wordPiece) {
    this.special = wordPiece.special();
    this.pieces = new long[wordPiece.size()];
  }

  /**
   * Counts one sentence.
   *
   * @param sentence the sentence
   * @param ids its pieces, without a separator
   * @param wordCount its number of words
   */
  void count(Sentence sentence, int[] ids, int wordCount) {
    for (int id : ids) {
      pieces[id]++;
    }
    words += wordCount;
    sources.merge(sentence.source(), new SourceCounts(1, ids.length + 1), SourceCounts::plus);
  }

  /**
   * How often each piece occurred.
   *
   * @return counts by identifier, separators left out
   */
  long[] pieceCounts() {
    return pieces.clone();
  }

  /**
   * How often each piece that can be masked occurred.
   *
   * @return counts in the order of identifiers, special pieces left out
   */
  long[] textualCounts() {
    long[] textual = new long[pieces.length - SpecialPieces.COUNT];
    int place = 0;
    for (int id = 0; id < pieces.length; id++) {
      if (!special.contains(id)) {
        textual[place++] = pieces[id];
      }
    }
    return textual;
  }

  long words() {
    return words;
  }

  long unknown() {
    return pieces[special.unknown()];
  }

  long sentences() {
    return sources.values().stream().mapToLong(SourceCounts::sentences).sum();
  }

  /** The number of tokens, one separator a sentence included. */
  long tokens() {
    return sources.values().stream().mapToLong(SourceCounts::tokens).sum();
  }

  CorpusSummary.Part part(int sequenceLength) {
    return new CorpusSummary.Part(sentences(), tokens(), tokens() / sequenceLength, sources);
  }
}
