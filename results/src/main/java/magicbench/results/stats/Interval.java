package magicbench.results.stats;

/**
 * A closed confidence interval.
 *
 * @param low the lower bound, may be minus infinity
 * @param high the upper bound, not below the lower one
 * @param confidence the nominal coverage, strictly between 0 and 1
 */
public record Interval(double low, double high, double confidence) {

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when a value is NaN, the bounds are swapped or the confidence
   *     lies outside (0, 1)
   */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval from " + low + " to " + high);
    }
    Samples.requireInsideUnit("confidence", confidence);
  }

  /**
   * Says whether a value lies inside, bounds included.
   *
   * @param value any value; NaN lies in no interval
   * @return true when low ≤ value ≤ high
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * Says whether the sign of the estimate is settled at this confidence.
   *
   * @return true when zero lies strictly outside
   */
  public boolean excludesZero() {
    return !contains(0);
  }
}
