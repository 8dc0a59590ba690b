package magicbench.results.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Values whose order is worked out once, for statistics of many samples drawn from them: a
 * bootstrap asks for the same ranks thousands of times. Every result equals, bit for bit, what
 * {@link RankCorrelation} says of the drawn values.
 */
public final class RankedSample {

  private final double[] values;
  private final int[] codes;
  private final int[] ascending;

  /**
   * Ranks values.
   *
   * @param values any values; infinities are allowed
   * @throws IllegalArgumentException when a value is NaN
   */
  public RankedSample(double[] values) {
    this.values = values.clone();
    this.codes = Ranks.dense(values);
    this.ascending =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingInt(place -> codes[place]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * Kendall's tau-b of drawn observations, in O(d²) for d different ones: faster than by sorting
   * for some hundred. An observation that was drawn c times meets one that was drawn k times in c·k
   * pairs, all of them alike.
   *
   * @param other the other value of each observation, as many
   * @param drawn places of the observations, each as often as it was drawn
   * @return see {@link RankCorrelation#kendallTauB}
   */
  public OptionalDouble kendallTauB(RankedSample other, int[] drawn) {
    int[] copies = new int[codes.length];
    for (int place : drawn) {
      copies[place]++;
    }
    return new PairCount(score(other, copies), untiedPairs(copies), other.untiedPairs(copies))
        .tauB();
  }

  /** Concordant minus discordant pairs. */
  private long score(RankedSample other, int[] copies) {
    int[] places = drawnAscending(copies);
    int[] first = pick(codes, places);
    int[] second = pick(other.codes, places);
    int[] weights = pick(copies, places);
    long score = 0;
    for (int high = 1; high < places.length; high++) {
      int below = 0;
      for (int low = 0; low < high && first[low] < first[high]; low++) {
        below += weights[low] * Integer.signum(second[high] - second[low]);
      }
      score += (long) weights[high] * below;
    }
    return score;
  }

  /** The different places that were drawn, by value. */
  private int[] drawnAscending(int[] copies) {
    int[] places = new int[copies.length];
    int count = 0;
    for (int place : ascending) {
      if (copies[place] > 0) {
        places[count++] = place;
      }
    }
    return Arrays.copyOf(places, count);
  }

  /** Pairs of drawn observations whose values differ. */
  private long untiedPairs(int[] copies) {
    long[] ofCode = new long[codes.length];
    long drawn = 0;
    for (int place = 0; place < codes.length; place++) {
      ofCode[codes[place]] += copies[place];
      drawn += copies[place];
    }
    long alike = 0;
    for (long count : ofCode) {
      alike += count * count;
    }
    return (drawn * drawn - alike) / 2;
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
