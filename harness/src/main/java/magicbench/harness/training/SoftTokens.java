package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * What a teacher takes for the masked tokens of a batch: its likeliest word pieces and their
 * probabilities, which are of these alone and add up to 1 at each place.
 *
 * @param softShare the teacher's part s of the loss, above 0 to 1: (1 - s) · H(truth, child) + s ·
 *     H(teacher, child), with H the cross-entropy; the second is the Kullback-Leibler divergence
 *     but for a number that no weight bears on
 * @param pieces the pieces' ids, place by place
 * @param probabilities their probabilities, place by place
 * @param top how many of each place, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record SoftTokens(double softShare, int[] pieces, float[] probabilities, int top) {

  private static final int[] PIECES = {1};

  /** Checks the share and that the sizes fit together. */
  public SoftTokens {
    if (!(softShare > 0 && softShare <= 1)) {
      throw new IllegalArgumentException(
          "softShare is " + softShare + "; with a teacher it must be above 0 to 1");
    }
    if (top < 1 || pieces.length != probabilities.length || pieces.length % top != 0) {
      throw new IllegalArgumentException(
          "a teacher's "
              + pieces.length
              + " pieces and "
              + probabilities.length
              + " probabilities, "
              + top
              + " of each place");
    }
  }

  int places() {
    return pieces.length / top;
  }

  /** The same of some places only, in their order. */
  SoftTokens of(int[] places) {
    int[] chosen = new int[places.length * top];
    float[] shares = new float[chosen.length];
    for (int place = 0; place < places.length; place++) {
      System.arraycopy(pieces, places[place] * top, chosen, place * top, top);
      System.arraycopy(probabilities, places[place] * top, shares, place * top, top);
    }
    return new SoftTokens(softShare, chosen, shares, top);
  }

  /**
   * The cross-entropy with the teacher.
   *
   * @param logits a child model's scores, (masked, vocabulary)
   * @return a scalar, the mean over the places
   */
  NDArray crossEntropy(NDArray logits) {
    NDManager scope = logits.getManager();
    Shape shape = new Shape(places(), top);
    NDArray ids = scope.create(Arrays.stream(pieces).asLongStream().toArray(), shape);
    NDArray shares = scope.create(probabilities, shape).toType(logits.getDataType(), false);
    return logits.logSoftmax(-1).gather(ids, 1).mul(shares).sum(PIECES).mean().neg();
  }
}
