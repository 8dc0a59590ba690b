package magicbench.results.stats;

import java.util.Arrays;

/**
 * Page's test for ordered alternatives in a blocked design (Page, JASA 58, 1963).
 *
 * <p>The statistic L is the sum over blocks of the sum over columns of column number times the
 * value's rank in its block. Tied values share their average rank, and the null distribution is the
 * one of the ranks that were seen: each block's ranks in each order alike.
 */
public final class PageTrend {

  private static final int MOST_EXACT_TREATMENTS = 8;

  /** Exactness costs time in the square of the blocks; this many take about a second. */
  private static final int MOST_EXACT_BLOCKS = 250;

  private PageTrend() {}

  /**
   * Tests "no difference between treatments" against "values rise with the column"; for a fall,
   * flip the signs of the values.
   *
   * @param blocks rows are blocks, columns are treatments in the order of the hypothesis; at least
   *     one row and two columns, no NaN
   * @return the one-sided result; exact up to 8 treatments and 250 blocks, beyond that by the
   *     normal approximation, as the method's name says
   * @throws IllegalArgumentException when there are too few rows or columns, the rows differ in
   *     length, or a value is NaN
   */
  public static TestResult test(double[][] blocks) {
    requireTable(blocks);
    int[][] ranks = Arrays.stream(blocks).map(PageTrend::doubledRanks).toArray(int[][]::new);
    boolean exact = ranks[0].length <= MOST_EXACT_TREATMENTS && ranks.length <= MOST_EXACT_BLOCKS;
    return exact ? exactTest(ranks) : normalTest(ranks);
  }

  private static void requireTable(double[][] blocks) {
    Samples.requireAtLeast(1, "blocks", blocks.length);
    Samples.requireAtLeast(2, "treatments", blocks[0].length);
    for (double[] block : blocks) {
      Samples.requireSameLength("blocks", blocks[0].length, block.length);
    }
  }

  /** Twice the average ranks, so that they are whole numbers. */
  private static int[] doubledRanks(double[] block) {
    return Arrays.stream(Ranks.average(block)).mapToInt(rank -> (int) (2 * rank)).toArray();
  }

  private static int doubledStatistic(int[][] ranks) {
    return Arrays.stream(ranks).mapToInt(PageTrend::weightedSum).sum();
  }

  private static int weightedSum(int[] ranks) {
    int sum = 0;
    for (int column = 0; column < ranks.length; column++) {
      sum += (column + 1) * ranks[column];
    }
    return sum;
  }

  private static TestResult exactTest(int[][] ranks) {
    IntDistribution total = IntDistribution.ZERO;
    for (int[] block : ranks) {
      total = total.plus(IntDistribution.ofWeightedPermutations(block));
    }
    int statistic = doubledStatistic(ranks);
    double smallest = Math.pow(orders(ranks[0].length), -ranks.length);
    return new TestResult(
        "Page trend, one-sided, exact", statistic / 2.0, total.upperTail(statistic), smallest);
  }

  private static double orders(int treatments) {
    double orders = 1;
    for (int i = 2; i <= treatments; i++) {
      orders *= i;
    }
    return orders;
  }

  private static TestResult normalTest(int[][] ranks) {
    int treatments = ranks[0].length;
    double statistic = doubledStatistic(ranks) / 2.0;
    double mean = ranks.length * treatments * Math.pow(treatments + 1, 2) / 4.0;
    double variance = Arrays.stream(ranks).mapToDouble(PageTrend::variance).sum();
    double pValue =
        variance == 0 ? 1 : Quantiles.normalUpperTail((statistic - mean) / Math.sqrt(variance));
    double smallest = Quantiles.normalUpperTail(Math.sqrt(ranks.length * (treatments - 1.0)));
    return new TestResult(
        "Page trend, one-sided, normal approximation", statistic, pValue, smallest);
  }

  /** Variance of one block's part of L over all orders of its ranks. */
  private static double variance(int[] doubledRanks) {
    int treatments = doubledRanks.length;
    double squares = 0;
    for (int rank : doubledRanks) {
      squares += Math.pow((rank - (treatments + 1)) / 2.0, 2);
    }
    double columnSquares = treatments * (Math.pow(treatments, 2) - 1) / 12;
    return columnSquares * squares / (treatments - 1);
  }
}
