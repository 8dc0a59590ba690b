package magicbench.harness.sampling;

/** How large the gradients of one step were, operator by operator. Computed when asked for. */
@FunctionalInterface
public interface GradientNorms {

  /**
   * The size of one operator's gradient.
   *
   * @param layer the layer, from 0
   * @param operator an operator that one of the step's paths uses in that layer
   * @return the Euclidean norm over all the operator's weights of the gradient that is averaged
   *     over the step's paths, before clipping; 0 for an operator without weights
   */
  double of(int layer, String operator);
}
