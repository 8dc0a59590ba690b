package magicbench.results.stats;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 * @param confidence its confidence, for instance 0.95
 */
public record Interval(double low, double high, double confidence) {

  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException when an end is not a number, the ends are swapped, or the
   *     confidence is not between 0 and 1
   */
  public Interval {
    if (!(low <= high) || !(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "no interval: " + low + " to " + high + " at confidence " + confidence);
    }
  }

  /**
   * Whether a value lies inside, ends included.
   *
   * @param value any number
   * @return true when it does
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * Whether zero lies outside.
   *
   * @return true when the whole interval is on one side of zero
   */
  public boolean excludesZero() {
    return !contains(0);
  }
}
