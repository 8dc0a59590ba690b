package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import magicbench.harness.space.Form;

/** LayerNorm over the hidden size, at every position. */
public final class Norm {

  /** The name of the gain within its owner. */
  public static final String GAIN = "norm.gain";

  /** The name of the shift within its owner. */
  public static final String SHIFT = "norm.shift";

  private static final float EPSILON = 1e-5f;
  private static final float BERT_EPSILON = 1e-12f;

  private Norm() {}

  /**
   * The normalised array.
   *
   * @param array (..., H)
   * @param gain (H)
   * @param shift (H)
   * @param form whose epsilon to add to the variance: 1e-12 in BERT's code, else 1e-5
   * @return same shape, in the same manager
   */
  public static NDArray of(NDArray array, NDArray gain, NDArray shift, Form form) {
    return array
        .getNDArrayInternal()
        .layerNorm(
            array, new Shape(gain.size()), gain, shift, form == Form.BERT ? BERT_EPSILON : EPSILON)
        .singletonOrThrow();
  }
}
