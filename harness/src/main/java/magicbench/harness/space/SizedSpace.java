package magicbench.harness.space;

/** A search space whose child models are known in size and cost, ends of the network included. */
public interface SizedSpace {

  /**
   * The space.
   *
   * @return what can be chosen
   */
  SearchSpace space();

  /**
   * The parameters of one child model.
   *
   * @param architecture a child model of the space
   * @return those that all child models share, and those of its path
   */
  long parameters(Architecture architecture);

  /**
   * The parameters of the whole super-net.
   *
   * @return the shared ones and those of every operator of every layer
   */
  long superNetParameters();

  /**
   * The FLOPs of a forward pass of one child model over one example.
   *
   * @param architecture a child model of the space
   * @return two for each multiply-add of a matrix product or a convolution
   */
  long forwardFlops(Architecture architecture);
}
