package magicbench.harness.task;

/**
 * How a question and its context are cut to a network's length: {@code [CLS] question [SEP] window
 * [SEP]}, the context in windows that overlap.
 *
 * @param longest the most places of a sequence
 * @param stride how many pieces of the context a window begins behind the one before it
 * @param mostQuestionPieces where a question is cut off
 */
public record ReadingShape(int longest, int stride, int mostQuestionPieces) {

  /** The marks of a sequence. */
  static final int MARKS = 3;

  /** Checks that every piece of a context is in some window, whatever the question. */
  public ReadingShape {
    if (stride < 1 || mostQuestionPieces < 1 || longest < mostQuestionPieces + MARKS + stride) {
      throw new IllegalArgumentException(
          "longest is "
              + longest
              + ", stride "
              + stride
              + ", mostQuestionPieces "
              + mostQuestionPieces
              + "; longest must hold the question, "
              + MARKS
              + " marks and a stride of at least 1");
    }
  }
}
