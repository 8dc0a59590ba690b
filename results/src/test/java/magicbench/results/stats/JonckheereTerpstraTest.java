package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

class JonckheereTerpstraTest {

  private static final long SEED = 7;

  /** Hollander & Wolfe, example 6.2: motivational effect of knowledge of performance (Hundal). */
  private static final List<double[]> MOTIVATION =
      List.of(
          new double[] {40, 35, 38, 43, 44, 41},
          new double[] {38, 40, 47, 44, 40, 42},
          new double[] {48, 40, 45, 43, 46, 44});

  @Test
  void gives_the_textbook_statistic_with_ties() {
    // Hollander & Wolfe, Nonparametric Statistical Methods, example 6.2: J = 79.
    assertThat(JonckheereTerpstra.test(MOTIVATION, SEED, 99).statistic()).isEqualTo(79);
  }

  @Test
  void gives_the_p_value_of_an_independent_simulation_within_its_error() {
    // An independent simulation (NumPy, pair by pair, 50,000 permutations) gave 0.0211.
    TestResult result = JonckheereTerpstra.test(MOTIVATION, SEED, 20_000);

    assertThat(result.pValue()).isCloseTo(0.0211, within(0.003));
    assertThat(result.method()).contains("20000 permutations");
  }

  @Property(tries = 100)
  void two_groups_without_ties_give_the_exact_mann_whitney_test(
      @ForAll("untiedGroups") List<double[]> groups) {
    List<double[]> two = groups.subList(0, 2);
    double expected =
        MannWhitneyUTest.withDefaults()
            .with(AlternativeHypothesis.GREATER_THAN)
            .with(PValueMethod.EXACT)
            .test(two.get(1), two.get(0))
            .getPValue();

    assertThat(JonckheereTerpstra.test(two, SEED, 1).pValue()).isCloseTo(expected, within(1e-12));
  }

  @Property(tries = 50)
  void the_exact_p_value_equals_the_share_of_all_arrangements(
      @ForAll("untiedGroups") List<double[]> groups) {
    TestResult result = JonckheereTerpstra.test(groups, SEED, 1);
    int[] sizes = groups.stream().mapToInt(group -> group.length).toArray();
    List<Double> all = statisticsOfAllArrangements(pooled(groups), sizes, new int[0]);
    long reaching = all.stream().filter(value -> value >= result.statistic()).count();

    assertThat(result.pValue()).isCloseTo((double) reaching / all.size(), within(1e-12));
    assertThat(result.smallestPValue()).isCloseTo(1.0 / all.size(), within(1e-12));
  }

  private static double[] pooled(List<double[]> groups) {
    return groups.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static List<Double> statisticsOfAllArrangements(
      double[] values, int[] left, int[] labels) {
    if (labels.length == values.length) {
      return List.of(statistic(values, labels));
    }
    List<Double> all = new ArrayList<>();
    for (int group = 0; group < left.length; group++) {
      if (left[group] > 0) {
        int[] less = left.clone();
        less[group]--;
        int[] more = Arrays.copyOf(labels, labels.length + 1);
        more[labels.length] = group;
        all.addAll(statisticsOfAllArrangements(values, less, more));
      }
    }
    return all;
  }

  private static double statistic(double[] values, int[] labels) {
    double statistic = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        if (labels[i] < labels[j]) {
          statistic += (Math.signum(values[j] - values[i]) + 1) / 2;
        }
      }
    }
    return statistic;
  }

  @Property(tries = 100)
  void the_statistic_counts_pairs_and_half_of_the_ties(@ForAll("tiedGroups") double[][] groups) {
    int[] labels =
        IntStream.range(0, 3 * groups[0].length).map(i -> i / groups[0].length).toArray();

    assertThat(JonckheereTerpstra.test(List.of(groups), SEED, 1).statistic())
        .isEqualTo(statistic(pooled(List.of(groups)), labels));
  }

  @Property(tries = 100)
  void reversed_groups_mirror_the_statistic(@ForAll("tiedGroups") double[][] groups) {
    double most = 3 * Math.pow(groups[0].length, 2);
    List<double[]> reversed = List.of(groups[2], groups[1], groups[0]);

    assertThat(JonckheereTerpstra.test(reversed, SEED, 1).statistic())
        .isEqualTo(most - JonckheereTerpstra.test(List.of(groups), SEED, 1).statistic());
  }

  @Property(tries = 50)
  void a_rising_map_changes_no_bit(@ForAll("tiedGroups") double[][] groups) {
    List<double[]> mapped =
        Arrays.stream(groups).map(group -> Arrays.stream(group).map(Math::exp).toArray()).toList();

    assertThat(JonckheereTerpstra.test(mapped, SEED, 50))
        .isEqualTo(JonckheereTerpstra.test(List.of(groups), SEED, 50));
  }

  @Test
  void the_same_seed_gives_the_same_p_value_and_another_seed_another() {
    double first = JonckheereTerpstra.test(MOTIVATION, 1, 5000).pValue();

    assertThat(JonckheereTerpstra.test(MOTIVATION, 1, 5000).pValue()).isEqualTo(first);
    assertThat(JonckheereTerpstra.test(MOTIVATION, 2, 5000).pValue()).isNotEqualTo(first);
  }

  @Test
  void sixty_untied_values_are_exact_and_sixty_one_are_sampled() {
    double[] low = IntStream.range(0, 30).asDoubleStream().toArray();
    double[] high = IntStream.range(30, 60).asDoubleStream().toArray();
    double[] higher = IntStream.range(30, 61).asDoubleStream().toArray();

    assertThat(JonckheereTerpstra.test(List.of(low, high), SEED, 99).method()).contains("exact");
    assertThat(JonckheereTerpstra.test(List.of(low, higher), SEED, 99).pValue()).isEqualTo(0.01);
  }

  @Test
  void few_permutable_values_keep_the_p_value_at_the_exact_floor() {
    List<double[]> groups = List.of(new double[] {1, 1}, new double[] {2, 2});

    TestResult result = JonckheereTerpstra.test(groups, SEED, 999);

    assertThat(result.smallestPValue()).isCloseTo(1.0 / 6, within(1e-15));
    assertThat(result.pValue()).isCloseTo(1.0 / 6, within(0.05));
  }

  @Test
  void values_without_differences_say_nothing() {
    List<double[]> groups = List.of(new double[] {1, 1}, new double[] {1}, new double[] {1});

    assertThat(JonckheereTerpstra.test(groups, SEED, 99).pValue()).isEqualTo(1);
  }

  @Test
  void a_single_group_and_an_empty_group_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JonckheereTerpstra.test(List.of(new double[] {1}), SEED, 9))
        .withMessageContaining("groups");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> JonckheereTerpstra.test(List.of(new double[] {1}, new double[0]), SEED, 9))
        .withMessageContaining("values in a group");
  }

  @Provide
  Arbitrary<List<double[]>> untiedGroups() {
    return Arbitraries.shuffle(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
        .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
        .map(
            values ->
                List.of(
                    Arrays.copyOfRange(values, 0, 2),
                    Arrays.copyOfRange(values, 2, 5),
                    Arrays.copyOfRange(values, 5, 8)));
  }

  @Provide
  Arbitrary<double[][]> tiedGroups() {
    return Columns.tied(3, 1, 8);
  }
}
