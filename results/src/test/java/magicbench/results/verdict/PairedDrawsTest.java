package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

/** Ranks, and differences to random sampling, of made-up methods. */
class PairedDrawsTest {

  private static RandomComparison compared(Map<String, double[]> perSeed) {
    TreeMap<String, double[]> sorted = new TreeMap<>(perSeed);
    int seeds = sorted.firstEntry().getValue().length;
    List<double[]> drawn =
        new TwoWay(new Seeds(1), 0.95)
            .together(
                "test",
                seeds,
                1,
                sorted.values().stream()
                    .map(values -> (TwoWay.Figure) (seed, any) -> values[seed])
                    .toList());
    return new PairedDraws(sorted, drawn, 1, 100, 0.95).compare("score");
  }

  private static RandomComparison.Row row(RandomComparison compared, String method) {
    return compared.rows().stream()
        .filter(row -> row.method().equals(method))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_method_that_is_better_in_every_seed_is_surely_first() {
    RandomComparison compared =
        compared(Map.of("good", new double[] {5, 6, 7}, "spos", new double[] {1, 2, 3}));

    assertThat(compared.rows()).extracting(RandomComparison.Row::method).first().isEqualTo("good");
    assertThat(row(compared, "good").rank().value()).isEqualTo(1);
    assertThat(row(compared, "good").rank().bounds().high()).isEqualTo(1);
    assertThat(row(compared, "spos").rank().bounds().low()).isEqualTo(2);
  }

  @Test
  void methods_that_seeds_cannot_tell_apart_may_have_either_rank() {
    RandomComparison compared =
        compared(Map.of("one", new double[] {5, 1, 6, 2}, "spos", new double[] {1, 5.1, 2, 6.1}));

    assertThat(row(compared, "one").rank().bounds().low()).isEqualTo(1);
    assertThat(row(compared, "one").rank().bounds().high()).isEqualTo(2);
  }

  @Test
  void the_difference_is_paired_so_that_what_seeds_share_falls_out() {
    RandomComparison compared =
        compared(
            Map.of("good", new double[] {11, 21, 31.3, 41}, "spos", new double[] {10, 20, 30, 40}));

    Estimate difference = row(compared, "good").difference().orElseThrow();
    assertThat(difference.value()).isCloseTo(1.075, within(1e-9));
    assertThat(difference.bounds().low()).isGreaterThan(0.5);
    assertThat(row(compared, "good").value().bounds().low()).isLessThan(10);
  }

  @Test
  void the_search_that_draws_at_random_comes_before_the_sampler() {
    RandomComparison compared =
        compared(
            Map.of(
                "random-search", new double[] {1, 2},
                "spos", new double[] {2, 2},
                "x", new double[] {3, 2}));

    assertThat(compared.baseline()).contains("random-search");
    assertThat(row(compared, "random-search").difference()).isEmpty();
    assertThat(row(compared, "spos").difference()).isPresent();
  }

  @Test
  void without_random_sampling_there_are_ranks_alone() {
    RandomComparison compared =
        compared(Map.of("a", new double[] {1, 2}, "b", new double[] {2, 3}));

    assertThat(compared.baseline()).isEmpty();
    assertThat(compared.rows()).allSatisfy(row -> assertThat(row.difference()).isEmpty());
  }

  @Test
  void a_single_seed_has_no_interval() {
    RandomComparison compared = compared(Map.of("a", new double[] {1}, "spos", new double[] {2}));

    assertThat(row(compared, "a").rank().interval()).isEmpty();
    assertThat(row(compared, "a").difference().orElseThrow().interval()).isEmpty();
  }

  @Test
  void equal_means_share_the_better_rank() {
    RandomComparison compared =
        compared(Map.of("a", new double[] {1, 2}, "spos", new double[] {2, 1}));

    assertThat(Arrays.asList(row(compared, "a"), row(compared, "spos")))
        .allSatisfy(row -> assertThat(row.rank().value()).isEqualTo(1));
  }
}
