package magicbench.results.compare;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One thing that records say of how they were made, on both sides.
 *
 * @param category what it belongs to
 * @param name what it is, for instance {@code image-probe: training.steps}
 * @param before what the first side says
 * @param after what the second side says
 */
public record Fact(Category category, String name, Told before, Told after) {

  /** How the sides stand to each other. */
  public enum State {
    /** All values are known and the same. */
    SAME,
    /** A value occurs on one side that is known not to occur on the other. */
    DIFFERENT,
    /** One side does not know what the other one knows. */
    HALF_KNOWN,
    /** Neither side knows more than the other, and neither knows all. */
    UNKNOWN
  }

  /**
   * How the sides stand to each other; what is unknown equals nothing, not even itself.
   *
   * @return the state
   */
  @JsonProperty("state")
  public State state() {
    if (before.holdsWhatLacks(after) || after.holdsWhatLacks(before)) {
      return State.DIFFERENT;
    }
    if (!before.unknown() && !after.unknown()) {
      return State.SAME;
    }
    return before.equals(after) ? State.UNKNOWN : State.HALF_KNOWN;
  }
}
