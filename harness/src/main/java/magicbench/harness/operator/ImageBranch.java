package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.List;
import magicbench.harness.space.ImageBlock;
import magicbench.harness.space.MobileBlock;
import magicbench.harness.space.Projection;

/**
 * The computation of one block of an image network, without state: weights are handed in. Every
 * array that it makes belongs to the manager of its input.
 */
public sealed interface ImageBranch permits InvertedResidual, ProjectedShortcut {

  /**
   * The computation of a block.
   *
   * @param block its measures
   * @return the computation
   */
  static ImageBranch of(ImageBlock block) {
    if (block instanceof Projection projection) {
      return new ProjectedShortcut(projection);
    }
    return new InvertedResidual((MobileBlock) block);
  }

  /**
   * The weights that the block needs.
   *
   * @return descriptions in no particular order
   */
  List<WeightSpec> weights();

  /**
   * What the block makes of its input, before the input is added to it.
   *
   * @param input (batch, height, width, input)
   * @param weights the block's weights
   * @param norm normalises
   * @return (batch, height over stride, width over stride, output)
   */
  NDArray branch(NDArray input, OperatorWeights weights, ImageNorm norm);

  /**
   * What leaves the block.
   *
   * @param input what entered it
   * @param branch what {@link #branch} made of it
   * @return their sum where the block is residual, else the branch
   */
  NDArray output(NDArray input, NDArray branch);
}
