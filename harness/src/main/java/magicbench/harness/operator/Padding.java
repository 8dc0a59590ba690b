package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which places of a batch are behind their sequence's end. Nothing that stands there reaches the
 * places before: attention doesn't look at it, and a convolution finds zeros.
 */
public final class Padding {

  /** Every place of every sequence is filled. */
  public static final Padding NONE =
      new Padding(Optional.empty(), Optional.empty(), Optional.empty());

  /** Added to a score, it leaves nothing of its softmax in single precision. */
  private static final float UNSEEN = -1e9f;

  private final Optional<NDArray> filled;
  private final Optional<NDArray> share;
  private final Optional<NDArray> unseen;

  private Padding(Optional<NDArray> filled, Optional<NDArray> share, Optional<NDArray> unseen) {
    this.filled = filled;
    this.share = share;
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
    boolean any = false;
    for (int length : lengths) {
      if (length < 1 || length > sequence) {
        throw new IllegalArgumentException(
            "a sequence of " + length + " places; it must have 1 to " + sequence);
      }
      any |= length < sequence;
    }
    return any ? some(scope, lengths, sequence) : NONE;
  }

  private static Padding some(NDManager scope, int[] lengths, int sequence) {
    float[] filled = new float[lengths.length * sequence];
    float[] share = new float[filled.length];
    float[] unseen = new float[filled.length];
    for (int row = 0; row < lengths.length; row++) {
      int start = row * sequence;
      Arrays.fill(filled, start, start + lengths[row], 1);
      Arrays.fill(share, start, start + lengths[row], 1f / lengths[row]);
      Arrays.fill(unseen, start + lengths[row], start + sequence, UNSEEN);
    }
    Shape places = new Shape(lengths.length, sequence, 1);
    return new Padding(
        Optional.of(scope.create(filled, places)),
        Optional.of(scope.create(share, places)),
        Optional.of(scope.create(unseen, new Shape(lengths.length, 1, 1, sequence))));
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
   * The mean over the filled places.
   *
   * @param places (batch, sequence, any)
   * @return (batch, any), in the same manager
   */
  public NDArray mean(NDArray places) {
    int[] sequence = {1};
    return share.map(part -> places.mul(part).sum(sequence)).orElseGet(() -> places.mean(sequence));
  }

  /**
   * Takes what isn't filled out of a softmax over the last axis.
   *
   * @param scores (batch, heads, sequence, sequence)
   * @return the same shape, in the same manager
   */
  public NDArray hide(NDArray scores) {
    return unseen.map(scores::add).orElse(scores);
  }
}
