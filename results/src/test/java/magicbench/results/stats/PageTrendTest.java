package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTrendTest {

  @ParameterizedTest
  @CsvSource({
    // Page, JASA 58 (1963), page 220: treatments, blocks, level, critical value.
    "3, 2, 0.05, 28",
    "3, 3, 0.01, 42",
    "3, 6, 0.001, 83",
    "3, 10, 0.05, 128",
    "3, 20, 0.01, 256",
    "4, 2, 0.01, 60",
    "4, 5, 0.05, 137",
    "4, 6, 0.01, 167",
    "4, 12, 0.001, 331",
    "5, 3, 0.05, 150",
    "5, 8, 0.01, 393",
    "5, 12, 0.001, 593",
    "6, 4, 0.05, 321",
    "6, 6, 0.01, 486",
    "7, 3, 0.001, 394",
    "7, 4, 0.05, 487",
    "8, 4, 0.01, 722"
  })
  void reaches_the_level_at_pages_critical_value_and_not_one_below(
      int treatments, int blocks, double level, int critical) {
    int[] doubledRanks = IntStream.rangeClosed(1, treatments).map(rank -> 2 * rank).toArray();
    IntDistribution block = IntDistribution.ofWeightedPermutations(doubledRanks);
    IntDistribution total =
        Stream.generate(() -> block)
            .limit(blocks)
            .reduce(IntDistribution.ZERO, IntDistribution::plus);

    assertThat(total.upperTail(2 * critical)).isLessThanOrEqualTo(level);
    assertThat(total.upperTail(2 * (critical - 1))).isGreaterThan(level);
  }

  @Test
  void gives_the_documented_statistic_with_ties() {
    // SciPy's manual, scipy.stats.page_trend_test, example: L = 133.5.
    double[][] ratings = {
      {3, 4, 3}, {2, 2, 4}, {3, 3, 5}, {1, 3, 2}, {2, 3, 2},
      {2, 4, 5}, {1, 2, 4}, {3, 4, 4}, {2, 4, 5}, {1, 3, 4}
    };

    assertThat(test(ratings).statistic()).isEqualTo(133.5);
  }

  @Property(tries = 60)
  void the_exact_p_value_equals_the_share_of_all_orders(@ForAll("tables") double[][] blocks) {
    double statistic = test(blocks).statistic();
    List<Double> all = statisticsOfAllOrders(blocks);
    long reaching = all.stream().filter(value -> value >= statistic - 1e-9).count();

    assertThat(test(blocks).pValue()).isCloseTo((double) reaching / all.size(), within(1e-12));
  }

  private static List<Double> statisticsOfAllOrders(double[][] blocks) {
    List<Double> sums = List.of(0.0);
    for (double[] block : blocks) {
      List<Double> longer = new ArrayList<>();
      for (double part : weightedSumsOfAllOrders(RankCorrelation.ranks(block), 0)) {
        sums.forEach(sum -> longer.add(sum + part));
      }
      sums = longer;
    }
    return sums;
  }

  private static List<Double> weightedSumsOfAllOrders(double[] ranks, int fixed) {
    if (fixed == ranks.length) {
      return List.of(IntStream.range(0, fixed).mapToDouble(i -> (i + 1) * ranks[i]).sum());
    }
    List<Double> sums = new ArrayList<>();
    for (int i = fixed; i < ranks.length; i++) {
      double[] swapped = ranks.clone();
      swapped[fixed] = ranks[i];
      swapped[i] = ranks[fixed];
      sums.addAll(weightedSumsOfAllOrders(swapped, fixed + 1));
    }
    return sums;
  }

  @Property(tries = 100)
  void a_rising_map_and_the_order_of_blocks_change_nothing(@ForAll("tables") double[][] blocks) {
    double[][] changed = new double[blocks.length][];
    Arrays.setAll(
        changed,
        i -> Arrays.stream(blocks[blocks.length - 1 - i]).map(value -> value * 3 + i).toArray());

    assertThat(test(changed).statistic()).isEqualTo(test(blocks).statistic());
    assertThat(test(changed).pValue()).isCloseTo(test(blocks).pValue(), within(1e-12));
  }

  @Property(tries = 100)
  void both_directions_together_cover_everything(@ForAll("tables") double[][] blocks) {
    double[][] flipped = new double[blocks.length][];
    Arrays.setAll(flipped, i -> Arrays.stream(blocks[i]).map(value -> -value).toArray());

    assertThat(test(blocks).pValue() + test(flipped).pValue()).isGreaterThanOrEqualTo(1 - 1e-12);
  }

  @Test
  void perfect_order_reaches_the_smallest_p_value() {
    double[][] blocks = {{1, 2, 3, 4}, {5, 6, 7, 8}, {0, 1, 8, 9}};

    TestResult result = test(blocks);

    assertThat(result.smallestPValue()).isCloseTo(1 / Math.pow(24, 3), within(1e-15));
    assertThat(result.pValue()).isCloseTo(result.smallestPValue(), within(1e-15));
    assertThat(result.method()).contains("exact");
  }

  @Test
  void blocks_without_differences_say_nothing() {
    assertThat(test(new double[][] {{1, 1, 1}, {2, 2, 2}}).pValue()).isEqualTo(1);
  }

  @Test
  void nine_treatments_are_drawn_at_random_near_the_normal_law_and_say_so() {
    // Page's formula for the normal deviate: z² = (12 L - 3 m n (n + 1)²)² / (m n² (n² - 1)(n +
    // 1)) is 3.34, of which the normal law's upper tail is 0.0004.
    double[][] blocks = {
      {1, 2, 3, 4, 5, 6, 7, 8, 9}, {2, 1, 9, 3, 6, 5, 8, 7, 4}, {9, 1, 2, 5, 3, 4, 8, 6, 7}
    };

    TestResult result = test(blocks);

    double deviate = (12 * result.statistic() - 3 * 3 * 9 * 100) / Math.sqrt(3 * 81 * 80 * 10);
    double normal = 1 - new NormalDistribution().cumulativeProbability(deviate);
    assertThat(result.method()).contains("2000 random orders");
    assertThat(result.pValue()).isCloseTo(normal, within(0.004));
  }

  @Test
  void random_orders_never_give_less_than_one_in_all_that_were_drawn() {
    double[][] blocks = {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 5, 6, 7, 8, 9}};

    assertThat(PageTrend.test(blocks, 1, 99))
        .extracting(TestResult::pValue, TestResult::smallestPValue)
        .containsExactly(0.01, 0.01);
  }

  @Test
  void random_orders_of_one_seed_give_one_p_value() {
    double[][] blocks = {{2, 1, 4, 3, 6, 5, 8, 7, 9}, {5, 1, 2, 9, 3, 4, 8, 6, 7}};

    assertThat(PageTrend.test(blocks, 7, 500)).isEqualTo(PageTrend.test(blocks, 7, 500));
  }

  private static TestResult test(double[][] blocks) {
    return PageTrend.test(blocks, 1, 2000);
  }

  @Test
  void ragged_tables_and_single_columns_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test(new double[][] {{1, 2}, {1, 2, 3}}))
        .withMessageContaining("2 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> test(new double[][] {{1}}))
        .withMessageContaining("got 1");
  }

  @Provide
  Arbitrary<double[][]> tables() {
    return Columns.tied(3, 2, 4);
  }
}
