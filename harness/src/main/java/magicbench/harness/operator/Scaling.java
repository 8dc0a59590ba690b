package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Multiplies an array by a number in a way that a backward pass can rely on.
 *
 * <p>{@code array.mul(number)} must not stand where a gradient is recorded: the engine keeps the
 * number for the backward pass in a Java buffer that nobody holds, and a collection of garbage
 * between the passes turns the gradient to nonsense. Here the number lies in the engine's own
 * memory.
 */
public final class Scaling {

  private Scaling() {}

  /**
   * The product.
   *
   * @param array any array of floating-point numbers
   * @param factor the number
   * @return an array of the same shape, in the same manager
   */
  public static NDArray of(NDArray array, double factor) {
    NDArray number = array.getManager().ones(new Shape(), array.getDataType()).muli(factor);
    return array.mul(number);
  }
}
