package magicbench.results.stats;

import java.util.Arrays;

/** The order of values, without boxing: bootstraps rank thousands of samples. */
final class Ranks {

  private Ranks() {}

  /** Average ranks from 1: tied values share the mean of the ranks that they cover. */
  static double[] average(double[] values) {
    int[] codes = dense(values);
    double[] rankOf = averageOfCounts(counts(codes));
    double[] ranks = new double[codes.length];
    Arrays.setAll(ranks, i -> rankOf[codes[i]]);
    return ranks;
  }

  private static int[] counts(int[] codes) {
    int[] counts = new int[codes.length];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** Each code's average rank, where a code occurs as often as its count says. */
  static double[] averageOfCounts(int[] counts) {
    double[] rankOf = new double[counts.length];
    int below = 0;
    for (int code = 0; code < counts.length; code++) {
      rankOf[code] = below + (counts[code] + 1) / 2.0;
      below += counts[code];
    }
    return rankOf;
  }

  /** Dense ranks from 0: equal values share a code, and the codes have no gaps. */
  static int[] dense(double[] values) {
    Samples.requireNumbers(values);
    double[] distinct = new double[values.length];
    // Adding zero turns -0.0, which sorts below 0.0, into 0.0.
    Arrays.setAll(distinct, i -> values[i] + 0.0);
    Arrays.sort(distinct);
    int count = dropRepeats(distinct);
    int[] codes = new int[values.length];
    Arrays.setAll(codes, i -> Arrays.binarySearch(distinct, 0, count, values[i] + 0.0));
    return codes;
  }

  private static int dropRepeats(double[] sorted) {
    int count = 0;
    for (double value : sorted) {
      if (count == 0 || sorted[count - 1] != value) {
        sorted[count++] = value;
      }
    }
    return count;
  }
}
