package magicbench.results.stats;

import java.util.OptionalDouble;

/** Correlation of two paired samples. */
public final class RankCorrelation {

  private RankCorrelation() {}

  /**
   * Spearman's rho: Pearson's correlation of the average ranks (Kendall and Gibbons, Rank
   * Correlation Methods, chapters 1 and 3).
   *
   * @param x one value per observation; infinities are allowed and rank at the ends
   * @param y the other value of each observation
   * @return rho in -1 to 1; empty when a sample is constant or there are fewer than 2 observations
   * @throws IllegalArgumentException when the lengths differ or a value is NaN
   */
  public static OptionalDouble spearman(double[] x, double[] y) {
    Samples.requireSameLength("paired samples", x.length, y.length);
    return pearson(ranks(x), ranks(y));
  }

  /**
   * Kendall's tau-b, corrected for ties, in O(n log n).
   *
   * <p>(C - D) / sqrt((C + D + X)(C + D + Y)) with C concordant pairs, D discordant pairs, X pairs
   * tied in the second sample only and Y pairs tied in the first only (Kendall and Gibbons, Rank
   * Correlation Methods, chapter 3).
   *
   * @param x one value per observation; infinities are allowed
   * @param y the other value of each observation
   * @return tau-b in -1 to 1; empty when a sample is constant or there are fewer than 2
   *     observations
   * @throws IllegalArgumentException when the lengths differ or a value is NaN
   */
  public static OptionalDouble kendallTauB(double[] x, double[] y) {
    Samples.requireSameLength("paired samples", x.length, y.length);
    return PairCount.of(Ranks.dense(x), Ranks.dense(y)).tauB();
  }

  /**
   * Pearson's product-moment correlation.
   *
   * @param x one finite value per observation
   * @param y the other value of each observation
   * @return the correlation in -1 to 1; empty when a sample is constant or there are fewer than 2
   *     observations
   * @throws IllegalArgumentException when the lengths differ or a value is not finite
   */
  public static OptionalDouble pearson(double[] x, double[] y) {
    Samples.requireSameLength("paired samples", x.length, y.length);
    Samples.requireFinite(x);
    Samples.requireFinite(y);
    if (x.length < 2) {
      return OptionalDouble.empty();
    }
    return ofDeviations(Summary.deviations(x), Summary.deviations(y));
  }

  /** The cosine of two samples that are centred already; empty when one is all zero. */
  static OptionalDouble ofDeviations(double[] x, double[] y) {
    double products = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      products += x[i] * y[i];
      squaresX += x[i] * x[i];
      squaresY += y[i] * y[i];
    }
    if (squaresX == 0 || squaresY == 0) {
      return OptionalDouble.empty();
    }
    double correlation = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
    return OptionalDouble.of(Math.max(-1, Math.min(1, correlation)));
  }

  /**
   * Average ranks: the smallest value has rank 1, tied values share the mean of their ranks.
   *
   * @param values any values; infinities are allowed
   * @return one rank per value, in the order of the values
   * @throws IllegalArgumentException when a value is NaN
   */
  public static double[] ranks(double[] values) {
    return Ranks.average(values);
  }
}
