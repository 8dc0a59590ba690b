package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.space.MobileBlock;

/**
 * The computation of one inverted residual block, without state: weights are handed in. Every array
 * that it makes belongs to the manager of its input.
 */
public final class InvertedResidual {

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

  /**
   * The weights that the block needs.
   *
   * @return descriptions in no particular order
   */
  public List<WeightSpec> weights() {
    return convolutions.stream().flatMap(each -> each.weights().stream()).toList();
  }

  /**
   * What the block makes of its input, before the input is added to it.
   *
   * @param input (batch, height, width, input)
   * @param weights the block's weights
   * @param norm normalises
   * @return (batch, height over stride, width over stride, output)
   */
  public NDArray branch(NDArray input, OperatorWeights weights, ImageNorm norm) {
    NDArray images = input;
    for (ImageConvolution convolution : convolutions) {
      images = convolution.of(images, weights, norm);
    }
    return images;
  }

  /**
   * What leaves the block.
   *
   * @param input what entered it
   * @param branch what {@link #branch} made of it
   * @return their sum where the block is residual, else the branch
   */
  public NDArray output(NDArray input, NDArray branch) {
    return block.isResidual() ? input.add(branch) : branch;
  }
}
