package magicbench.results.stats;

import java.util.Arrays;

/**
 * Spearman's correlation, plain or with strata held fixed, of many resamples of one sample: each
 * value's place is found once, so that a resample is ranked by counting, without sorting.
 *
 * <p>It is {@link PartialRankCorrelation#spearman} of the drawn rows; with one stratum that is the
 * plain correlation.
 */
public final class ResampledSpearman {

  private final Codes first;
  private final Codes second;
  private final Codes strata;

  /**
   * Finds the places.
   *
   * @param x one value per observation; infinities are allowed
   * @param y the other value of each observation
   * @param strata the label of each observation's stratum
   * @throws IllegalArgumentException when the lengths differ or a value is NaN
   */
  public ResampledSpearman(double[] x, double[] y, int[] strata) {
    Samples.requireSameLength("paired samples", x.length, y.length);
    Samples.requireSameLength("values and strata", x.length, strata.length);
    this.first = new Codes(Ranks.dense(x));
    this.second = new Codes(Ranks.dense(y));
    this.strata = new Codes(Strata.of(strata).codes());
  }

  /**
   * The correlation of a resample.
   *
   * @param rows row numbers, which repeat
   * @return -1 to 1; NaN when a variable doesn't vary within any stratum of the resample
   */
  public double of(int[] rows) {
    return RankCorrelation.ofDeviations(
            residuals(first.ranks(rows), rows), residuals(second.ranks(rows), rows))
        .orElse(Double.NaN);
  }

  /** The values, in place, less their stratum's mean; exactly 0 where a stratum is constant. */
  private double[] residuals(double[] values, int[] rows) {
    double[] sums = new double[strata.count];
    int[] sizes = new int[strata.count];
    for (int i = 0; i < rows.length; i++) {
      int code = strata.of[rows[i]];
      sums[code] += values[i];
      sizes[code]++;
    }
    for (int i = 0; i < rows.length; i++) {
      int code = strata.of[rows[i]];
      values[i] -= sums[code] / sizes[code];
    }
    return values;
  }

  /** Dense codes from 0, one a row. */
  private static final class Codes {

    private final int[] of;
    private final int count;

    Codes(int[] of) {
      this.of = of;
      this.count = 1 + Arrays.stream(of).max().orElse(-1);
    }

    /** Average ranks within the drawn rows. */
    double[] ranks(int[] rows) {
      int[] counts = new int[count];
      for (int row : rows) {
        counts[of[row]]++;
      }
      double[] rankOf = Ranks.averageOfCounts(counts);
      double[] ranks = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        ranks[i] = rankOf[of[rows[i]]];
      }
      return ranks;
    }
  }
}
