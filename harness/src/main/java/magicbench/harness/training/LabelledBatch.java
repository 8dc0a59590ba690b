package magicbench.harness.training;

/**
 * Sequences with what is to be said of each, in plain Java.
 *
 * @param ids token ids, rows × sequence, row by row, filled up behind each end
 * @param lengths how many places of each row are filled, 1 to the sequence
 * @param sequence the length that all rows were brought to
 * @param targets each row's class from 0, or its score
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record LabelledBatch(int[] ids, int[] lengths, int sequence, double[] targets) {

  /** Checks that the sizes fit together. */
  public LabelledBatch {
    if (lengths.length == 0 || ids.length != lengths.length * sequence) {
      throw new IllegalArgumentException(
          ids.length + " token ids for " + lengths.length + " × " + sequence + " places");
    }
    if (targets.length != lengths.length) {
      throw new IllegalArgumentException(
          targets.length + " targets for " + lengths.length + " rows");
    }
  }

  int rows() {
    return lengths.length;
  }
}
