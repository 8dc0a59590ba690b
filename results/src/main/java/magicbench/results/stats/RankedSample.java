package magicbench.results.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Values whose order is worked out once, for statistics of many samples drawn from them: a
 * bootstrap asks for the same ranks thousands of times. Every result equals, bit for bit, what
 * {@link RankCorrelation} says of the drawn values.
 */
public final class RankedSample {

  private final double[] values;
  private final int[] codes;

  /**
   * Ranks values.
   *
   * @param values any values; infinities are allowed
   * @throws IllegalArgumentException when a value is NaN
   */
  public RankedSample(double[] values) {
    this.values = values.clone();
    this.codes = Ranks.dense(values);
  }

  /**
   * Kendall's tau-b of drawn observations, in O(n²): faster than by sorting for some hundred.
   *
   * @param other the other value of each observation, as many
   * @param drawn places of the observations, each as often as it was drawn
   * @return see {@link RankCorrelation#kendallTauB}
   */
  public OptionalDouble kendallTauB(RankedSample other, int[] drawn) {
    int[] first = pick(codes, drawn);
    int[] second = pick(other.codes, drawn);
    long score = 0;
    long untiedFirst = 0;
    long untiedSecond = 0;
    for (int one = 1; one < drawn.length; one++) {
      for (int two = 0; two < one; two++) {
        long signFirst = Integer.signum(first[one] - first[two]);
        long signSecond = Integer.signum(second[one] - second[two]);
        score += signFirst * signSecond;
        untiedFirst += signFirst * signFirst;
        untiedSecond += signSecond * signSecond;
      }
    }
    return new PairCount(score, untiedFirst, untiedSecond).tauB();
  }

  /**
   * Spearman's rho of drawn observations.
   *
   * @param other the other value of each observation, as many
   * @param drawn places of the observations, each as often as it was drawn
   * @return see {@link RankCorrelation#spearman}
   */
  public OptionalDouble spearman(RankedSample other, int[] drawn) {
    return RankCorrelation.pearson(averageRanks(drawn), other.averageRanks(drawn));
  }

  /**
   * Pearson's correlation of drawn observations.
   *
   * @param other the other value of each observation, as many
   * @param drawn places of the observations, each as often as it was drawn
   * @return see {@link RankCorrelation#pearson}
   */
  public OptionalDouble pearson(RankedSample other, int[] drawn) {
    return RankCorrelation.pearson(pick(values, drawn), pick(other.values, drawn));
  }

  private double[] averageRanks(int[] drawn) {
    int[] counts = new int[codes.length];
    for (int place : drawn) {
      counts[codes[place]]++;
    }
    double[] rankOf = Ranks.averageOfCounts(counts);
    double[] ranks = new double[drawn.length];
    Arrays.setAll(ranks, i -> rankOf[codes[drawn[i]]]);
    return ranks;
  }

  private static int[] pick(int[] codes, int[] drawn) {
    int[] picked = new int[drawn.length];
    Arrays.setAll(picked, i -> codes[drawn[i]]);
    return picked;
  }

  private static double[] pick(double[] values, int[] drawn) {
    double[] picked = new double[drawn.length];
    Arrays.setAll(picked, i -> values[drawn[i]]);
    return picked;
  }
}
