package magicbench.harness.task;

import magicbench.harness.data.TextPieces;

/**
 * The best answer to one question over all windows of its context: the pieces whose first one's
 * score to begin and last one's to end add up to most, no more of them than allowed. None has the
 * sum of {@code [CLS]}'s scores, the lowest over the windows (Devlin et al. 2019, SQuAD 2.0).
 */
final class BestSpan {

  private final int mostPieces;
  private double best = Double.NEGATIVE_INFINITY;
  private double none = Double.POSITIVE_INFINITY;
  private int first = -1;
  private int last = -1;

  BestSpan(int mostPieces) {
    if (mostPieces < 1) {
      throw new IllegalArgumentException("mostPieces is " + mostPieces + "; at least 1 is needed");
    }
    this.mostPieces = mostPieces;
  }

  /**
   * Looks at one window.
   *
   * @param window the window
   * @param scores of its places to be the beginning, and behind these to be the end; there may be
   *     more places than the window has
   */
  void look(ReadingWindow window, float[] scores) {
    int places = scores.length / 2;
    none = Math.min(none, (double) scores[0] + scores[places]);
    for (int start = window.contextAt(); start < window.contextTo(); start++) {
      int to = Math.min(window.contextTo(), start + mostPieces);
      for (int end = start; end < to; end++) {
        double sum = (double) scores[start] + scores[places + end];
        if (sum > best) {
          best = sum;
          first = start - window.contextAt() + window.firstPiece();
          last = end - window.contextAt() + window.firstPiece();
        }
      }
    }
  }

  /** The answer, as it stands in the context. */
  ReadingAnswer answer(String context, TextPieces pieces) {
    return first < 0
        ? new ReadingAnswer("", Double.POSITIVE_INFINITY)
        : new ReadingAnswer(pieces.span(first, last).in(context), none - best);
  }
}
