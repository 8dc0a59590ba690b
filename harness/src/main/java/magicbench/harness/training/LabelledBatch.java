package magicbench.harness.training;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences with what is to be said of each, in plain Java.
 *
 * @param ids token ids, rows × sequence, row by row, filled up behind each end
 * @param lengths how many places of each row are filled, 1 to the sequence
 * @param sequence the length that all rows were brought to
 * @param targets each row's class from 0, or its score, or its span: the place where it begins,
 *     times the sequence, plus the place where it ends
 * @param soft what a teacher says of each row, row by row: the probabilities of its classes, or its
 *     score; empty without a teacher
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record LabelledBatch(
    int[] ids, int[] lengths, int sequence, double[] targets, float[] soft) {

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
    if (soft.length % lengths.length != 0) {
      throw new IllegalArgumentException(
          soft.length + " numbers of a teacher for " + lengths.length + " rows");
    }
  }

  /**
   * A batch without a teacher.
   *
   * @param ids token ids, rows × sequence
   * @param lengths how many places of each row are filled
   * @param sequence the length that all rows were brought to
   * @param targets what is to be said of each row
   */
  public LabelledBatch(int[] ids, int[] lengths, int sequence, double[] targets) {
    this(ids, lengths, sequence, targets, new float[0]);
  }

  /**
   * Fills sequences up to the longest.
   *
   * @param sequences their token ids
   * @param pad what fills them up
   * @param targets what is to be said of each
   * @return the batch
   */
  public static LabelledBatch of(List<int[]> sequences, int pad, double[] targets) {
    int[] lengths = sequences.stream().mapToInt(row -> row.length).toArray();
    int longest = Arrays.stream(lengths).max().orElseThrow();
    int[] ids = new int[lengths.length * longest];
    Arrays.fill(ids, pad);
    for (int row = 0; row < lengths.length; row++) {
      System.arraycopy(sequences.get(row), 0, ids, row * longest, lengths[row]);
    }
    return new LabelledBatch(ids, lengths, longest, targets);
  }

  /**
   * The same with a teacher.
   *
   * @param answers what it says of each row
   * @return a copy that shares its arrays
   */
  public LabelledBatch taught(float[][] answers) {
    int outputs = answers[0].length;
    float[] flat = new float[answers.length * outputs];
    for (int row = 0; row < answers.length; row++) {
      System.arraycopy(answers[row], 0, flat, row * outputs, outputs);
    }
    return new LabelledBatch(ids, lengths, sequence, targets, flat);
  }

  int rows() {
    return lengths.length;
  }
}
