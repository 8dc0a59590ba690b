package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.space.MobileBlock;

/** The computation of one inverted residual block. */
public final class InvertedResidual implements ImageBranch {

  private final MobileBlock block;
  private final List<ImageConvolution> convolutions;

  /**
   * The computation of a block.
   *
   * @param block its measures
   */
  public InvertedResidual(MobileBlock block) {
    this.block = block;
    int inner = block.inner();
    List<ImageConvolution> all = new ArrayList<>();
    if (block.expansion() > 1) {
      all.add(ImageConvolution.pointwise("expand", block.input(), inner, true));
    }
    all.add(
        new ImageConvolution(
            "depthwise", inner, inner, block.kernel(), block.stride(), inner, true));
    all.add(ImageConvolution.pointwise("project", inner, block.output(), false));
    this.convolutions = List.copyOf(all);
  }

  @Override
  public List<WeightSpec> weights() {
    return convolutions.stream().flatMap(each -> each.weights().stream()).toList();
  }

  @Override
  public NDArray branch(NDArray input, OperatorWeights weights, ImageNorm norm) {
    NDArray images = input;
    for (ImageConvolution convolution : convolutions) {
      images = convolution.of(images, weights, norm);
    }
    return images;
  }

  @Override
  public NDArray output(NDArray input, NDArray branch) {
    return block.isResidual() ? input.add(branch) : branch;
  }
}
