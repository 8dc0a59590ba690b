package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.List;
import magicbench.harness.space.Projection;

/** The identity where the shape changes: one pointwise convolution with a stride. */
final class ProjectedShortcut implements ImageBranch {

  private final ImageConvolution convolution;

  ProjectedShortcut(Projection block) {
    this.convolution =
        new ImageConvolution("conv", block.input(), block.output(), 1, block.stride(), 1, false);
  }

  @Override
  public List<WeightSpec> weights() {
    return convolution.weights();
  }

  @Override
  public NDArray branch(NDArray input, OperatorWeights weights, ImageNorm norm) {
    return convolution.of(input, weights, norm);
  }

  @Override
  public NDArray output(NDArray input, NDArray branch) {
    return branch;
  }
}
