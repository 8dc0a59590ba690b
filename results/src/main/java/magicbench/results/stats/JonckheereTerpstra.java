package magicbench.results.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * The Jonckheere-Terpstra test for ordered independent groups (Terpstra, Indagationes Mathematicae
 * 14, 1952; Jonckheere, Biometrika 41, 1954).
 *
 * <p>The statistic J counts the pairs of values from two groups in which the value of the later
 * group is the greater one; a tied pair counts one half.
 */
public final class JonckheereTerpstra {

  private static final int MOST_EXACT_VALUES = 60;

  private JonckheereTerpstra() {}

  /**
   * Tests "the groups are alike" against "values rise with the group"; for a fall, reverse the
   * list.
   *
   * @param orderedGroups at least two groups of at least one value each, in the order of the
   *     hypothesis; no NaN
   * @param seed the seed of the permutations, where they are needed
   * @param permutations how many random permutations to draw where the exact law is out of reach
   * @return the one-sided result; exact for at most 60 values without ties, else p = (b + 1) / (m +
   *     1) with b of m permutations reaching J, never below the exact floor
   * @throws IllegalArgumentException when there are too few groups, values or permutations, or a
   *     value is NaN
   */
  public static TestResult test(List<double[]> orderedGroups, long seed, int permutations) {
    Samples.requireAtLeast(2, "groups", orderedGroups.size());
    Samples.requireAtLeast(1, "permutations", permutations);
    orderedGroups.forEach(group -> Samples.requireAtLeast(1, "values in a group", group.length));
    int[] sizes = orderedGroups.stream().mapToInt(group -> group.length).toArray();
    int[] codes = Ranks.dense(orderedGroups.stream().flatMapToDouble(Arrays::stream).toArray());
    boolean tied = IntStream.of(codes).distinct().count() < codes.length;
    return tied || codes.length > MOST_EXACT_VALUES
        ? permutationTest(sizes, codes, seed, permutations)
        : exactTest(sizes, codes);
  }

  private static int[] labels(int[] sizes) {
    return IntStream.range(0, sizes.length)
        .flatMap(group -> IntStream.generate(() -> group).limit(sizes[group]))
        .toArray();
  }

  /** Twice J, from Kendall's score: tied pairs add nothing to the score and one to 2J. */
  private static long doubledStatistic(int[] labels, int[] codes) {
    PairCount pairs = PairCount.of(labels, codes);
    return pairs.score() + pairs.untiedFirst();
  }

  private static TestResult exactTest(int[] sizes, int[] codes) {
    int statistic = (int) (doubledStatistic(labels(sizes), codes) / 2);
    ArrangementCounts counts = new ArrangementCounts(sizes);
    return new TestResult(
        "Jonckheere-Terpstra, one-sided, exact",
        statistic,
        counts.upperTail(statistic),
        counts.smallestTail());
  }

  private static TestResult permutationTest(int[] sizes, int[] codes, long seed, int permutations) {
    UniformRandomProvider random = new Seeds(seed).random("jonckheere-terpstra");
    int[] labels = labels(sizes);
    long observed = doubledStatistic(labels, codes);
    int reaching = 0;
    for (int i = 0; i < permutations; i++) {
      PermutationSampler.shuffle(random, labels);
      if (doubledStatistic(labels, codes) >= observed) {
        reaching++;
      }
    }
    double floor = Math.max(1.0 / (permutations + 1.0), 1 / arrangements(sizes));
    return new TestResult(
        "Jonckheere-Terpstra, one-sided, " + permutations + " permutations",
        observed / 2.0,
        Math.max(floor, (reaching + 1.0) / (permutations + 1.0)),
        floor);
  }

  private static double arrangements(int[] sizes) {
    double arrangements = 1;
    int before = 0;
    for (int size : sizes) {
      for (int i = 1; i <= size; i++) {
        arrangements *= (double) ++before / i;
      }
    }
    return arrangements;
  }
}
