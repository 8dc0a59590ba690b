package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * Which places of a batch are behind their sequence's end. Nothing that stands there reaches the
 * places before: attention doesn't look at it, and a convolution finds zeros.
 */
public final class Padding {

  /** Every place of every sequence is filled. */
  public static final Padding NONE = new Padding(Optional.empty(), Optional.empty());

  /** Added to a score, it leaves nothing of its softmax in single precision. */
  private static final float UNSEEN = -1e9f;

  private final Optional<NDArray> filled;
  private final Optional<NDArray> unseen;

  private Padding(Optional<NDArray> filled, Optional<NDArray> unseen) {
    this.filled = filled;
    this.unseen = unseen;
  }

  /**
   * The padding of a batch.
   *
   * @param scope the step's manager, which the arrays die with
   * @param lengths how many places of each sequence are filled, each 1 to the sequence's length
   * @param sequence the length that all were brought to
   * @return the padding; {@link #NONE} where there is none
   * @throws IllegalArgumentException when a length is out of range
   */
  public static Padding of(NDManager scope, int[] lengths, int sequence) {
    float[] filled = new float[lengths.length * sequence];
    float[] unseen = new float[filled.length];
    boolean any = false;
    for (int row = 0; row < lengths.length; row++) {
      if (lengths[row] < 1 || lengths[row] > sequence) {
        throw new IllegalArgumentException(
            "a sequence of " + lengths[row] + " places; it must have 1 to " + sequence);
      }
      any |= lengths[row] < sequence;
      for (int place = 0; place < sequence; place++) {
        filled[row * sequence + place] = place < lengths[row] ? 1 : 0;
        unseen[row * sequence + place] = place < lengths[row] ? 0 : UNSEEN;
      }
    }
    return any
        ? new Padding(
            Optional.of(scope.create(filled, new Shape(lengths.length, sequence, 1))),
            Optional.of(scope.create(unseen, new Shape(lengths.length, 1, 1, sequence))))
        : NONE;
  }

  /**
   * Puts zeros where nothing is filled.
   *
   * @param places (batch, sequence, any)
   * @return the same shape, in the same manager
   */
  public NDArray clear(NDArray places) {
    return filled.map(places::mul).orElse(places);
  }

  /**
   * Takes what isn't filled out of a softmax over the last axis.
   *
   * @param scores (batch, heads, sequence, sequence)
   * @return the same shape, in the same manager
   */
  NDArray hide(NDArray scores) {
    return unseen.map(scores::add).orElse(scores);
  }
}
