package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import magicbench.harness.supernet.Weight;

/** Plain gradient descent: no momentum, no decay, nothing to remember. */
final class GradientDescent {

  private static final float NO_VALUE_CLIPPING = -1;

  private GradientDescent() {}

  /**
   * Takes a multiple of a gradient from one weight, and sets the weight's gradient to zero.
   *
   * @param weight the weight
   * @param gradient its gradient, or what is taken for it
   * @param rate what the gradient is multiplied with
   */
  static void update(Weight weight, NDArray gradient, double rate) {
    weight
        .array()
        .getNDArrayInternal()
        .sgdUpdate(
            new NDList(weight.array(), gradient),
            new NDList(weight.array()),
            (float) rate,
            0,
            1,
            NO_VALUE_CLIPPING,
            0,
            false);
  }
}
