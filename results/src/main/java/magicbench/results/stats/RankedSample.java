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
  private final boolean distinct;

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
    this.distinct = Arrays.stream(codes).max().orElse(-1) == values.length - 1;
  }

  /**
   * Kendall's tau-b of drawn observations, in O(d²) for d different ones: faster than by sorting
   * for some hundred. An observation that was drawn c times meets one that was drawn k times in c·k
   * pairs, all of them alike.
   *
   * @param other the other value of each observation, as many
   * @param draw which observations
   * @return see {@link RankCorrelation#kendallTauB}
   */
  public OptionalDouble kendallTauB(RankedSample other, Draw draw) {
    Draw.Ordered byOther = draw.by(other);
    return new PairCount(score(byOther), untiedPairs(draw), byOther.untiedPairs).tauB();
  }

  /** Concordant minus discordant pairs. */
  private long score(Draw.Ordered byOther) {
    int[] places = byOther.places;
    int[] weights = byOther.weights;
    int[] second = byOther.codes;
    int[] first = new int[places.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = codes[places[i]];
    }
    return distinct ? scoreOfDistinct(first, second, weights) : score(first, second, weights);
  }

  private static long score(int[] first, int[] second, int[] weights) {
    long score = 0;
    for (int high = 1; high < first.length; high++) {
      int below = 0;
      for (int low = 0; low < high && second[low] < second[high]; low++) {
        below += weights[low] * Integer.signum(first[high] - first[low]);
      }
      score += (long) weights[high] * below;
    }
    return score;
  }

  /**
   * The same where no two first values are alike: those that are not lower are higher, so that only
   * the lower ones are counted, without a branch. Reports spend much of their time here.
   */
  private static long scoreOfDistinct(int[] first, int[] second, int[] weights) {
    long score = 0;
    int end = 0; // of those whose second value is lower
    int ahead = 0; // their weight
    for (int high = 1; high < first.length; high++) {
      while (second[end] < second[high]) {
        ahead += weights[end++];
      }
      int value = first[high];
      int lower = 0;
      for (int low = 0; low < end; low++) {
        lower += weights[low] & (first[low] - value) >> 31; // all bits where it is lower, else none
      }
      score += (long) weights[high] * (2 * lower - ahead);
    }
    return score;
  }

  /** Pairs of drawn observations whose values differ. */
  long untiedPairs(Draw draw) {
    return distinct ? draw.untiedPlaces() : Draw.untied(counts(draw), draw.size());
  }

  private int[] counts(Draw draw) {
    int[] counts = new int[codes.length];
    for (int i = 0; i < draw.size(); i++) {
      counts[codes[draw.place(i)]]++;
    }
    return counts;
  }

  /**
   * Spearman's rho of drawn observations.
   *
   * @param other the other value of each observation, as many
   * @param draw which observations
   * @return see {@link RankCorrelation#spearman}
   */
  public OptionalDouble spearman(RankedSample other, Draw draw) {
    return draw.size() < 2
        ? OptionalDouble.empty()
        : RankCorrelation.ofDeviations(rankDeviations(draw), draw.by(other).rankDeviations());
  }

  /**
   * Pearson's correlation of drawn observations.
   *
   * @param other the other value of each observation, as many
   * @param draw which observations
   * @return see {@link RankCorrelation#pearson}
   */
  public OptionalDouble pearson(RankedSample other, Draw draw) {
    return RankCorrelation.pearson(pick(values, draw), pick(other.values, draw));
  }

  /** How far each drawn observation's average rank lies from the mean rank. */
  double[] rankDeviations(Draw draw) {
    double[] rankOf = Ranks.averageOfCounts(counts(draw));
    double[] ranks = new double[draw.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rankOf[codes[draw.place(i)]];
    }
    return Summary.deviations(ranks);
  }

  private static double[] pick(double[] values, Draw draw) {
    double[] picked = new double[draw.size()];
    Arrays.setAll(picked, i -> values[draw.place(i)]);
    return picked;
  }

  /** The place whose value is the n-th from below, from 0. */
  int ascending(int rank) {
    return ascending[rank];
  }

  /** The dense rank of a place. */
  int code(int place) {
    return codes[place];
  }
}
