package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import magicbench.harness.operator.WeightSpec;

/**
 * One trainable array of a super-net.
 *
 * @param name its name within the super-net, for instance {@code layer03/ffn/in.weight}
 * @param kind what it is
 * @param array the array; it requires a gradient and lives as long as the super-net
 */
public record Weight(String name, WeightSpec.Kind kind, NDArray array) {

  /**
   * Sets the gradient to zero. The engine adds every backward pass to what is there, so whoever
   * runs one must do this (or update the weight, which does it too) for all that it touched.
   *
   * <p>x⁰ is 1 for every x, infinities and not-a-number included, so x⁰ - 1 is always zero.
   */
  public void zeroGradient() {
    try (NDArray gradient = array.getGradient()) {
      gradient.powi(0).subi(1);
    }
  }
}
