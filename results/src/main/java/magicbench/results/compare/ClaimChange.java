package magicbench.results.compare;

import java.util.Optional;

/**
 * One claim on both sides.
 *
 * @param claim the claim's id
 * @param title one line
 * @param unit of the effect
 * @param before how it stands on the first side; empty where it wasn't judged there
 * @param after how it stands on the second side; empty where it wasn't judged there
 * @param difference how far the effect moved; empty where one side has none
 */
public record ClaimChange(
    String claim,
    String title,
    String unit,
    Optional<Standing> before,
    Optional<Standing> after,
    Optional<Difference> difference) {

  /** The level at which an effect counts as moved beyond chance. */
  private static final double LEVEL = 0.05;

  ClaimChange withDifference(Difference other) {
    return new ClaimChange(claim, title, unit, before, after, Optional.of(other));
  }

  /**
   * Whether it was judged on both sides.
   *
   * @return false where it was judged on one
   */
  public boolean onBothSides() {
    return before.isPresent() && after.isPresent();
  }

  /**
   * Whether its verdict is another one.
   *
   * @return false where it was judged on one side only
   */
  public boolean verdictChanged() {
    return onBothSides() && !before.orElseThrow().verdict().equals(after.orElseThrow().verdict());
  }

  /**
   * Whether its effect moved further than chance would explain.
   *
   * @return whether Holm's adjusted p-value is at most 0.05
   */
  public boolean moved() {
    return difference.flatMap(Difference::adjustedPValue).filter(p -> p <= LEVEL).isPresent();
  }
}
