package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

  @Test
  void two_clusters_give_the_quantiles_that_can_be_counted_by_hand() {
    // The mean of two draws from {0, 1} is 0, 1/2 or 1 with probability 1/4, 1/2, 1/4.
    int[] outer = {0, 1};
    int[] inner = {0, 0};
    ToDoubleFunction<int[]> mean = rows -> Arrays.stream(rows).average().orElseThrow();

    assertThat(new ClusterBootstrap(1, 2000, 0.4).interval(outer, inner, mean))
        .isEqualTo(new Interval(0.5, 0.5, 0.4));
    assertThat(new ClusterBootstrap(1, 2000, 0.6).interval(outer, inner, mean))
        .isEqualTo(new Interval(0, 1, 0.6));
  }

  @Test
  void inner_clusters_are_drawn_again_inside_one_outer_cluster() {
    int[] outer = {5, 5};
    int[] inner = {0, 1};
    ToDoubleFunction<int[]> mean = rows -> Arrays.stream(rows).average().orElseThrow();

    assertThat(new ClusterBootstrap(1, 2000, 0.6).interval(outer, inner, mean))
        .isEqualTo(new Interval(0, 1, 0.6));
  }

  @Test
  void the_interval_of_a_mean_of_many_clusters_has_the_width_of_normal_theory() {
    double[] values = normalValues(3, 400);
    int[] outer = IntStream.range(0, 400).toArray();
    double standardError = Summary.standardDeviation(values) / Math.sqrt(400);

    Interval interval =
        new ClusterBootstrap(2, 4000, 0.9)
            .interval(outer, new int[400], rows -> mean(values, rows));

    assertThat(interval.high() - interval.low())
        .isCloseTo(2 * 1.6449 * standardError, within(0.06 * 2 * 1.6449 * standardError));
  }

  @Test
  void the_interval_holds_the_truth_about_as_often_as_it_says() {
    int covered = 0;
    for (int set = 0; set < 200; set++) {
      covered += simulatedInterval(set).contains(0) ? 1 : 0;
    }

    // 200 sets at 90 %: 180 expected, standard deviation 4.2; few clusters cost a little coverage.
    assertThat(covered).isBetween(165, 195);
  }

  private static Interval simulatedInterval(int set) {
    int[] outer = IntStream.range(0, 240).map(row -> row / 12).toArray();
    int[] inner = IntStream.range(0, 240).map(row -> row / 3 % 4).toArray();
    double[] outerEffect = normalValues(1000 + set, 20);
    double[] innerEffect = normalValues(2000 + set, 80);
    double[] noise = normalValues(3000 + set, 240);
    double[] values = new double[240];
    Arrays.setAll(values, row -> outerEffect[row / 12] + innerEffect[row / 3] + noise[row]);
    return new ClusterBootstrap(set, 300, 0.9).interval(outer, inner, rows -> mean(values, rows));
  }

  private static double[] normalValues(long seed, int count) {
    UniformRandomProvider random = new Seeds(seed).random("test-data");
    return ZigguratSampler.NormalizedGaussian.of(random).samples(count).toArray();
  }

  private static double mean(double[] values, int[] rows) {
    double sum = 0;
    for (int row : rows) {
      sum += values[row];
    }
    return sum / rows.length;
  }

  @Property(tries = 30)
  void the_same_seed_gives_the_same_bits_and_another_seed_others(@ForAll long seed) {
    double[] values = normalValues(11, 60);
    int[] outer = IntStream.range(0, 60).map(row -> row / 12).toArray();
    int[] inner = IntStream.range(0, 60).map(row -> row / 4).toArray();
    ToDoubleFunction<int[]> statistic = rows -> mean(values, rows);

    Interval interval = new ClusterBootstrap(seed, 100, 0.9).interval(outer, inner, statistic);

    assertThat(new ClusterBootstrap(seed, 100, 0.9).interval(outer, inner, statistic))
        .isEqualTo(interval);
    assertThat(new ClusterBootstrap(seed + 1, 100, 0.9).interval(outer, inner, statistic))
        .isNotEqualTo(interval);
  }

  @Property(tries = 30)
  void a_shifted_and_stretched_statistic_gives_a_shifted_and_stretched_interval(@ForAll long seed) {
    double[] values = normalValues(12, 60);
    int[] outer = IntStream.range(0, 60).map(row -> row / 12).toArray();
    int[] inner = IntStream.range(0, 60).map(row -> row / 4).toArray();
    ClusterBootstrap bootstrap = new ClusterBootstrap(seed, 100, 0.9);

    Interval plain = bootstrap.interval(outer, inner, rows -> mean(values, rows));
    Interval moved = bootstrap.interval(outer, inner, rows -> 4 * mean(values, rows) + 1);

    assertThat(moved.low()).isCloseTo(4 * plain.low() + 1, within(1e-12));
    assertThat(moved.high()).isCloseTo(4 * plain.high() + 1, within(1e-12));
  }

  @Test
  void each_draw_holds_whole_inner_clusters_of_one_outer_cluster() {
    int[] outer = {0, 0, 0, 0, 1, 1, 1, 1};
    int[] inner = {0, 0, 1, 1, 0, 0, 1, 1};
    ToDoubleFunction<List<int[]>> intactDraws =
        draws -> draws.stream().filter(draw -> isIntact(outer, draw)).count();

    assertThat(new ClusterBootstrap(1, 200, 0.9).intervalByOuter(outer, inner, intactDraws))
        .isEqualTo(new Interval(2, 2, 0.9));
  }

  private static boolean isIntact(int[] outer, int[] draw) {
    boolean sameOuter = Arrays.stream(draw).map(row -> outer[row]).distinct().count() == 1;
    boolean wholePairs =
        IntStream.range(0, 2)
            .allMatch(i -> draw[2 * i] % 2 == 0 && draw[2 * i + 1] == draw[2 * i] + 1);
    return draw.length == 4 && sameOuter && wholePairs;
  }

  @Test
  void both_forms_draw_the_same_rows() {
    int[] outer = {0, 0, 1, 1, 2, 2};
    int[] inner = {0, 1, 0, 1, 0, 1};
    ClusterBootstrap bootstrap = new ClusterBootstrap(4, 100, 0.9);

    Interval flat = bootstrap.interval(outer, inner, rows -> Arrays.stream(rows).sum());
    Interval byOuter =
        bootstrap.intervalByOuter(
            outer, inner, draws -> draws.stream().flatMapToInt(Arrays::stream).sum());

    assertThat(byOuter).isEqualTo(flat);
  }

  @Test
  void undefined_resamples_are_drawn_again() {
    int[] outer = {0, 1, 2};
    ToDoubleFunction<int[]> undefinedWithoutSpread =
        rows -> {
          long distinct = Arrays.stream(rows).distinct().count();
          return distinct == 1 ? Double.NaN : distinct;
        };

    assertThat(
            new ClusterBootstrap(1, 500, 0.99)
                .interval(outer, new int[3], undefinedWithoutSpread)
                .low())
        .isEqualTo(2);
  }

  @Test
  void a_statistic_that_stays_undefined_is_given_up() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new ClusterBootstrap(1, 10, 0.9)
                    .interval(new int[2], new int[2], rows -> Double.NaN))
        .withMessageContaining("undefined");
  }

  @Test
  void impossible_settings_and_no_rows_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ClusterBootstrap(1, 0, 0.9));
    assertThatIllegalArgumentException().isThrownBy(() -> new ClusterBootstrap(1, 10, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClusterBootstrap(1, 10, 0.9).interval(new int[0], new int[0], rows -> 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClusterBootstrap(1, 10, 0.9).interval(new int[2], new int[3], rows -> 0));
  }
}
