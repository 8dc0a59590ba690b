package magicbench.results.stats;

import java.util.OptionalDouble;

/** Rank correlation with a categorical covariate held fixed. */
public final class PartialRankCorrelation {

  private PartialRankCorrelation() {}

  /**
   * Spearman's partial correlation: both variables are ranked over the whole sample, the mean rank
   * of the observation's stratum is taken off, and what is left is correlated.
   *
   * <p>With two strata this is the textbook formula (r_xy - r_xz r_yz) / sqrt((1 - r_xz²)(1 -
   * r_yz²)) on ranks (Kendall and Gibbons, Rank Correlation Methods, chapter 8).
   *
   * @param x one value per observation; infinities are allowed
   * @param y the other value of each observation
   * @param strata the label of each observation's stratum
   * @return the partial correlation in -1 to 1; empty when a variable does not vary within any
   *     stratum
   * @throws IllegalArgumentException when the lengths differ or a value is NaN
   */
  public static OptionalDouble spearman(double[] x, double[] y, int[] strata) {
    requireTriples(x, y, strata);
    Strata partition = Strata.of(strata);
    return RankCorrelation.ofDeviations(
        partition.residuals(Ranks.average(x)), partition.residuals(Ranks.average(y)));
  }

  /**
   * Kendall's tau-b over the pairs that share a stratum: concordant, discordant and tied pairs are
   * counted within each stratum and summed before the ratio is taken.
   *
   * @param x one value per observation; infinities are allowed
   * @param y the other value of each observation
   * @param strata the label of each observation's stratum
   * @return tau-b in -1 to 1; empty when a variable does not vary within any stratum
   * @throws IllegalArgumentException when the lengths differ or a value is NaN
   */
  public static OptionalDouble kendall(double[] x, double[] y, int[] strata) {
    requireTriples(x, y, strata);
    return Strata.of(strata).rows().stream()
        .map(rows -> countPairs(Strata.select(x, rows), Strata.select(y, rows)))
        .reduce(PairCount.NONE, PairCount::plus)
        .tauB();
  }

  private static PairCount countPairs(double[] x, double[] y) {
    return PairCount.of(Ranks.dense(x), Ranks.dense(y));
  }

  private static void requireTriples(double[] x, double[] y, int[] strata) {
    Samples.requireSameLength("paired samples", x.length, y.length);
    Samples.requireSameLength("values and strata", x.length, strata.length);
  }
}
