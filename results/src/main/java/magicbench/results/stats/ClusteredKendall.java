package magicbench.results.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Kendall's tau-b of resamples that draw whole clusters of rows, without ranking any of them anew.
 *
 * <p>A pair's concordance doesn't depend on the other rows. With n(b) copies of cluster b in a
 * resample, a sum over its pairs is therefore the sum over b of n(b)² times the sum within b, plus
 * the sum over b &lt; c of n(b) n(c) times the sum between b and c: two copies of one cluster meet
 * in every pair of its rows twice, and a row is tied with its own copy. The sums are counted once,
 * in O(n log n) a pair of clusters; a resample then costs one pass over its rows and the square of
 * the number of clusters.
 */
public final class ClusteredKendall {

  private static final int NOT_FIRST = -1;

  private final int clusters;
  private final int[] clusterOfFirstRow;
  private final long[] scores;
  private final long[] untiedFirst;
  private final long[] untiedSecond;

  /**
   * Counts the pairs within and between clusters.
   *
   * @param x one value per observation; infinities are allowed
   * @param y the other value of each observation
   * @param strata the label of each observation's stratum: only pairs of one stratum count
   * @param clusters the label of each observation's cluster
   * @throws IllegalArgumentException when the lengths differ or a value is NaN
   */
  public ClusteredKendall(double[] x, double[] y, int[] strata, int[] clusters) {
    Samples.requireSameLength("paired samples", x.length, y.length);
    Samples.requireSameLength("values and strata", x.length, strata.length);
    Samples.requireSameLength("values and clusters", x.length, clusters.length);
    int[][] rows = Strata.of(clusters).rows().toArray(int[][]::new);
    this.clusters = rows.length;
    clusterOfFirstRow = firstRows(rows, x.length);
    int cells = rows.length * rows.length;
    scores = new long[cells];
    untiedFirst = new long[cells];
    untiedSecond = new long[cells];
    count(rows, new Pairs(Ranks.dense(x), Ranks.dense(y), strata));
  }

  private static int[] firstRows(int[][] rows, int count) {
    int[] clusterOf = new int[count];
    Arrays.fill(clusterOf, NOT_FIRST);
    for (int cluster = 0; cluster < rows.length; cluster++) {
      clusterOf[rows[cluster][0]] = cluster;
    }
    return clusterOf;
  }

  private void count(int[][] rows, Pairs pairs) {
    PairCount[] own = Arrays.stream(rows).map(pairs::within).toArray(PairCount[]::new);
    for (int b = 0; b < clusters; b++) {
      set(b, b, own[b]);
      for (int c = b + 1; c < clusters; c++) {
        int[] union = Clusters.concatenate(new int[][] {rows[b], rows[c]});
        set(b, c, pairs.within(union).minus(own[b]).minus(own[c]));
      }
    }
  }

  private void set(int b, int c, PairCount count) {
    int cell = b * clusters + c;
    scores[cell] = count.score();
    untiedFirst[cell] = count.untiedFirst();
    untiedSecond[cell] = count.untiedSecond();
  }

  /**
   * Tau-b of a resample.
   *
   * @param rows row numbers, which repeat; with a row all rows of its cluster, as often as it
   * @return tau-b in -1 to 1; NaN when the resample doesn't vary
   */
  public double of(int[] rows) {
    int[] copies = new int[clusters];
    for (int row : rows) {
      if (clusterOfFirstRow[row] != NOT_FIRST) {
        copies[clusterOfFirstRow[row]]++;
      }
    }
    PairCount total =
        new PairCount(sum(scores, copies), sum(untiedFirst, copies), sum(untiedSecond, copies));
    return total.tauB().orElse(Double.NaN);
  }

  private long sum(long[] cells, int[] copies) {
    long sum = 0;
    for (int b = 0; b < clusters; b++) {
      long ofRow = 0;
      for (int c = b; c < clusters; c++) {
        ofRow += copies[c] * cells[b * clusters + c];
      }
      sum += copies[b] * ofRow;
    }
    return sum;
  }

  /** Counts the pairs of some rows that share a stratum. */
  private static final class Pairs {

    private final int[] first;
    private final int[] second;
    private final int[] strata;

    Pairs(int[] first, int[] second, int[] strata) {
      this.first = first;
      this.second = second;
      this.strata = strata;
    }

    PairCount within(int[] rows) {
      return Strata.of(select(strata, rows)).rows().stream()
          .map(places -> select(rows, places))
          .map(chosen -> PairCount.of(select(first, chosen), select(second, chosen)))
          .reduce(PairCount.NONE, PairCount::plus);
    }

    private static int[] select(int[] values, int[] rows) {
      return IntStream.of(rows).map(row -> values[row]).toArray();
    }
  }
}
