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

  private Norm() {}

  /**
   * The normalised array.
   *
   * @param array (..., H)
   * @param gain (H)
   * @param shift (H)
   * @param form whose epsilon to add to the variance
   * @return same shape, in the same manager
   */
  public static NDArray of(NDArray array, NDArray gain, NDArray shift, Form form) {
    return array
        .getNDArrayInternal()
        .layerNorm(array, new Shape(gain.size()), gain, shift, form.epsilon())
        .singletonOrThrow();
  }
}
