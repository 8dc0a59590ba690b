package magicbench.harness.space;

/**
 * One network with all its measures: a child model and the space that it belongs to.
 *
 * @param space the space
 * @param architecture a child model of it, as text
 */
public record Layout(SpaceSettings space, String architecture) {

  /**
   * Checks that they belong together.
   *
   * @throws IllegalArgumentException when one is missing, or the child model is not of the space
   */
  public Layout {
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
   * Whether another layout is of the same network, whatever else their spaces offer.
   *
   * @param other another layout
   * @return whether path, form and all sizes are the same
   */
  public boolean isSameNetwork(Layout other) {
    return architecture.equals(other.architecture)
        && space.equals(
            new SpaceSettings(
                other.space.layers(),
                space.operators(),
                other.space.hidden(),
                other.space.heads(),
                other.space.ffnInner(),
                other.space.sepConvExpansion(),
                other.space.form()));
  }

  /**
   * What the network holds and costs with its embeddings.
   *
   * @param vocabulary the number of tokens, at least 2
   * @param sequence tokens of a sequence, at least 1
   * @return the space's sizes
   */
  public NetworkSize size(int vocabulary, int sequence) {
    return new NetworkSize(space.space(), vocabulary, sequence);
  }
}
