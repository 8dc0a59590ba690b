package magicbench.results.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Concordance over all pairs of observations.
 *
 * @param score concordant minus discordant pairs
 * @param untiedFirst pairs that differ in the first variable
 * @param untiedSecond pairs that differ in the second variable
 */
record PairCount(long score, long untiedFirst, long untiedSecond) {

  static final PairCount NONE = new PairCount(0, 0, 0);

  private static final long LOW_HALF = 0xFFFF_FFFFL;

  /**
   * Counts in O(n log n) by merge sort (Knight, JASA 61, 1966).
   *
   * @param first codes of the first variable, none negative; only their order matters
   * @param second codes of the second variable, none negative
   */
  static PairCount of(int[] first, int[] second) {
    long[] keys = new long[first.length];
    Arrays.setAll(keys, i -> ((long) first[i] << Integer.SIZE) | second[i]);
    Arrays.sort(keys);
    int[] secondInOrder = new int[keys.length];
    Arrays.setAll(secondInOrder, i -> (int) keys[i]);
    long pairs = pairsOf(keys.length);
    long untiedFirst = pairs - tiedPairs(keys, Integer.SIZE);
    long tiedInBoth = tiedPairs(keys, 0);
    long discordant = sortCountingInversions(secondInOrder, new int[keys.length], 0, keys.length);
    long untiedSecond = pairs - tiedPairs(widened(secondInOrder), 0);
    long score = untiedFirst + untiedSecond + tiedInBoth - pairs - 2 * discordant;
    return new PairCount(score, untiedFirst, untiedSecond);
  }

  private static long[] widened(int[] codes) {
    long[] keys = new long[codes.length];
    Arrays.setAll(keys, i -> codes[i] & LOW_HALF);
    return keys;
  }

  private static long tiedPairs(long[] sorted, int ignoredBits) {
    long tied = 0;
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] >>> ignoredBits != sorted[start] >>> ignoredBits) {
        tied += pairsOf(i - start);
        start = i;
      }
    }
    return tied;
  }

  private static long pairsOf(long count) {
    return count * (count - 1) / 2;
  }

  private static long sortCountingInversions(int[] codes, int[] buffer, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    long inversions =
        sortCountingInversions(codes, buffer, from, middle)
            + sortCountingInversions(codes, buffer, middle, to);
    System.arraycopy(codes, from, buffer, from, to - from);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      if (left < middle && (right == to || buffer[left] <= buffer[right])) {
        codes[i] = buffer[left++];
      } else {
        codes[i] = buffer[right++];
        inversions += middle - left;
      }
    }
    return inversions;
  }

  PairCount plus(PairCount other) {
    return new PairCount(
        score + other.score, untiedFirst + other.untiedFirst, untiedSecond + other.untiedSecond);
  }

  PairCount minus(PairCount other) {
    return new PairCount(
        score - other.score, untiedFirst - other.untiedFirst, untiedSecond - other.untiedSecond);
  }

  /** Kendall's tau-b, empty when all pairs are tied in one variable. */
  OptionalDouble tauB() {
    if (untiedFirst == 0 || untiedSecond == 0) {
      return OptionalDouble.empty();
    }
    double tau = score / Math.sqrt((double) untiedFirst * untiedSecond);
    return OptionalDouble.of(Math.max(-1, Math.min(1, tau)));
  }
}
