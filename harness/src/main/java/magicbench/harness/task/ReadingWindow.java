package magicbench.harness.task;

/**
 * A question and a part of its context, as a network sees them.
 *
 * @param question the question's number in its list, from 0
 * @param ids the pieces: {@code [CLS] question [SEP] part [SEP]}
 * @param contextAt the place of the part's first piece
 * @param firstPiece that piece's number in the context
 * @param pieces how many pieces of the context there are
 * @param start the place at which the answer begins; 0 where it isn't wholly in this part
 * @param end the place of the answer's last piece; 0 where it isn't wholly in this part
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; there are hundreds of thousands
record ReadingWindow(
    int question, int[] ids, int contextAt, int firstPiece, int pieces, int start, int end) {

  /** The place behind the part's last piece. */
  int contextTo() {
    return contextAt + pieces;
  }
}
