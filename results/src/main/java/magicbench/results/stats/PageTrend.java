package magicbench.results.stats;

import java.util.Arrays;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

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
   * @param seed the seed of the random orders, where they are needed
   * @param orders how many random orders to draw where the exact law is out of reach
   * @return the one-sided result; exact up to 8 treatments and 250 blocks, beyond that p = (b + 1)
   *     / (m + 1) with b of m random orders reaching L, as the method's name says
   * @throws IllegalArgumentException when there are too few rows, columns or orders, the rows
   *     differ in length, or a value is NaN
   */
  public static TestResult test(double[][] blocks, long seed, int orders) {
    requireTable(blocks);
    Samples.requireAtLeast(1, "orders", orders);
    int[][] ranks = Arrays.stream(blocks).map(PageTrend::doubledRanks).toArray(int[][]::new);
    boolean exact = ranks[0].length <= MOST_EXACT_TREATMENTS && ranks.length <= MOST_EXACT_BLOCKS;
    return exact ? exactTest(ranks) : randomTest(ranks, seed, orders);
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
    return new TestResult(
        "Page trend, one-sided, exact",
        statistic / 2.0,
        total.upperTail(statistic),
        smallestTail(ranks));
  }

  /** The share of the one arrangement in which every block is in the order of the hypothesis. */
  private static double smallestTail(int[][] ranks) {
    return Math.pow(factorial(ranks[0].length), -ranks.length);
  }

  private static double factorial(int treatments) {
    double orders = 1;
    for (int i = 2; i <= treatments; i++) {
      orders *= i;
    }
    return orders;
  }

  private static TestResult randomTest(int[][] ranks, long seed, int orders) {
    UniformRandomProvider random = new Seeds(seed).random("page-trend");
    int observed = doubledStatistic(ranks);
    int reaching = 0;
    for (int i = 0; i < orders; i++) {
      for (int[] block : ranks) {
        PermutationSampler.shuffle(random, block);
      }
      if (doubledStatistic(ranks) >= observed) {
        reaching++;
      }
    }
    double floor = Math.max(1.0 / (orders + 1.0), smallestTail(ranks));
    return new TestResult(
        "Page trend, one-sided, " + orders + " random orders",
        observed / 2.0,
        Math.max(floor, (reaching + 1.0) / (orders + 1.0)),
        floor);
  }
}
