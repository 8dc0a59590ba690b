package magicbench.harness.space;

/**
 * One image network with all its measures: a child model and the space that it belongs to.
 *
 * @param space the space
 * @param architecture a child model of it, as text
 */
public record ImageLayout(MobileSettings space, String architecture) {

  /**
   * Checks that they belong together.
   *
   * @throws IllegalArgumentException when one is missing, or the child model is not of the space
   */
  public ImageLayout {
    if (space == null || architecture == null) {
      throw new IllegalArgumentException("a layout needs both a space and an architecture");
    }
    space.space().check(Architecture.parse(architecture));
  }

  /**
   * The child model.
   *
   * @return a child model of the space
   */
  public Architecture child() {
    return Architecture.parse(architecture);
  }

  /**
   * The parameters.
   *
   * @return at least 1
   */
  public long parameters() {
    return space.space().parameters(child());
  }

  /**
   * The FLOPs of one image's forward pass.
   *
   * @return two for each multiply-add
   */
  public long forwardFlops() {
    return space.space().forwardFlops(child());
  }
}
