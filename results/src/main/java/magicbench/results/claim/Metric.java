package magicbench.results.claim;

import java.util.List;

/**
 * How records become one number per super-net seed.
 *
 * @param kind the estimator's name, for instance {@code rank-correlation} or {@code
 *     partial-rank-correlation}
 * @param table the table of observations in a record, for instance {@code pairs}
 * @param cause the column that is said to drive the outcome
 * @param outcome the column that is said to move
 * @param heldFixed columns held fixed; empty for a plain correlation
 * @param trainedShare the share of training after which it is measured, 0 (untrained) to 1
 */
public record Metric(
    String kind,
    String table,
    String cause,
    String outcome,
    List<String> heldFixed,
    double trainedShare) {

  /** Shares of training are fractions of steps: nearer than this they are one. */
  private static final double SHARE_TOLERANCE = 1e-9;

  /** Keeps an immutable copy. */
  public Metric {
    heldFixed = List.copyOf(heldFixed);
  }

  /**
   * Whether two shares of training are the same but for rounding.
   *
   * @param share one, 0 to 1
   * @param other the other, 0 to 1
   * @return true when they differ by 1e-9 at most
   */
  public static boolean isSameShare(double share, double other) {
    return Math.abs(share - other) <= SHARE_TOLERANCE;
  }
}
