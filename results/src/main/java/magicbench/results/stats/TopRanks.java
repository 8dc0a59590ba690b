package magicbench.results.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How good the best-ranked are, where a small value is a good one. */
public final class TopRanks {

  private TopRanks() {}

  /**
   * The share of the k that score best that are among the k truly best.
   *
   * @param scores what ranks, small is good; ties go by place
   * @param truth what is true, small is good; ties go by place
   * @param k how many, 1 to the length
   * @return 0 to 1; k / n in expectation for scores that know nothing
   */
  public static double precisionAt(double[] scores, double[] truth, int k) {
    Samples.requireSameLength("paired samples", scores.length, truth.length);
    Samples.requireAtLeast(1, "k", k);
    Samples.requireAtLeast(k, "paired samples", scores.length);
    Set<Integer> best = Arrays.stream(order(truth)).limit(k).boxed().collect(Collectors.toSet());
    return Arrays.stream(order(scores)).limit(k).filter(best::contains).count() / (double) k;
  }

  /**
   * How much worse the best-scored truly is than the truly best.
   *
   * @param scores what ranks, small is good; ties go by place
   * @param truth what is true, small is good
   * @return 0 or above, in the truth's unit
   */
  public static double regret(double[] scores, double[] truth) {
    Samples.requireSameLength("paired samples", scores.length, truth.length);
    Samples.requireAtLeast(1, "paired samples", scores.length);
    return truth[order(scores)[0]] - Arrays.stream(truth).min().orElseThrow();
  }

  private static int[] order(double[] values) {
    Samples.requireFinite(values);
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(place -> values[place]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
