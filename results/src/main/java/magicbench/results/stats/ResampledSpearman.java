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

  private final int[] first;
  private final int[] second;
  private final int[] strata;
  private final int firsts;
  private final int seconds;
  private final int groups;

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
    this.first = Ranks.dense(x);
    this.second = Ranks.dense(y);
    this.strata = Strata.of(strata).codes();
    this.firsts = codes(first);
    this.seconds = codes(second);
    this.groups = codes(this.strata);
  }

  private static int codes(int[] of) {
    return 1 + Arrays.stream(of).max().orElse(-1);
  }

  /**
   * The correlation of a resample. Judging spends much of its time here: few passes over the rows.
   *
   * @param rows row numbers, which repeat
   * @return -1 to 1; NaN when a variable doesn't vary within any stratum of the resample
   */
  public double of(int[] rows) {
    int[] countsOfFirst = new int[firsts];
    int[] countsOfSecond = new int[seconds];
    int[] sizes = new int[groups];
    for (int row : rows) {
      countsOfFirst[first[row]]++;
      countsOfSecond[second[row]]++;
      sizes[strata[row]]++;
    }
    double[] rankOfFirst = Ranks.averageOfCounts(countsOfFirst);
    double[] rankOfSecond = Ranks.averageOfCounts(countsOfSecond);
    double[] x = new double[rows.length];
    double[] y = new double[rows.length];
    double[] meanX = new double[groups];
    double[] meanY = new double[groups];
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      x[i] = rankOfFirst[first[row]];
      y[i] = rankOfSecond[second[row]];
      meanX[strata[row]] += x[i];
      meanY[strata[row]] += y[i];
    }
    for (int stratum = 0; stratum < groups; stratum++) {
      meanX[stratum] /= sizes[stratum]; // not a number where none was drawn, and then not asked for
      meanY[stratum] /= sizes[stratum];
    }
    for (int i = 0; i < rows.length; i++) {
      int stratum = strata[rows[i]];
      x[i] -= meanX[stratum];
      y[i] -= meanY[stratum];
    }
    return RankCorrelation.ofDeviations(x, y).orElse(Double.NaN);
  }
}
