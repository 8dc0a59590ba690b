package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * A linear map at every position: y = W x + b.
 *
 * <p>On a CPU it runs as a convolution with a kernel of one place, where the engine has a faster
 * library for convolutions than for matrix products: harness/DECISIONS.md has the figures. A batch
 * of one sequence would miss that library, so it stays a matrix product.
 */
final class LinearMap {

  private static final Shape ONE = new Shape(1, 1);
  private static final Shape NONE = new Shape(0, 0);

  private LinearMap() {}

  /**
   * Maps every position.
   *
   * @param input (batch, sequence, inputs)
   * @param weight (outputs, inputs)
   * @param bias (outputs)
   * @return (batch, sequence, outputs), in the input's manager
   */
  static NDArray apply(NDArray input, NDArray weight, NDArray bias) {
    return convolves(input) ? convolution(input, weight, bias) : product(input, weight, bias);
  }

  private static boolean convolves(NDArray input) {
    return !input.getDevice().isGpu()
        && input.getDataType() == DataType.FLOAT32
        && input.getShape().get(0) > 1;
  }

  /** As one matrix product. */
  static NDArray product(NDArray input, NDArray weight, NDArray bias) {
    return input.getNDArrayInternal().linear(input, weight, bias).singletonOrThrow();
  }

  /** As a convolution over an image one place high; channels stay innermost, nothing is copied. */
  static NDArray convolution(NDArray input, NDArray weight, NDArray bias) {
    NDArray kernel = weight.reshape(weight.getShape().addAll(ONE));
    kernel.attach(input.getManager());
    NDArray image = input.expandDims(1).transpose(0, 3, 1, 2);
    return image
        .getNDArrayInternal()
        .convolution(image, kernel, bias, ONE, NONE, ONE, 1)
        .singletonOrThrow()
        .transpose(0, 2, 3, 1)
        .squeeze(1);
  }
}
