package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class StratifiedBootstrapTest {

  /** Runs of two tasks of different levels, noise of deviation 1. */
  private static double[][] runs(long seed, int count) {
    ZigguratSampler.NormalizedGaussian noise =
        ZigguratSampler.NormalizedGaussian.of(new Seeds(seed).random("runs"));
    double[] low = noise.samples(count).toArray();
    double[] high = noise.samples(count).map(value -> value + 100).toArray();
    return new double[][] {low, high};
  }

  private static ToDoubleFunction<List<int[]>> mean(double[][] runs) {
    return drawn ->
        Arrays.stream(new int[] {0, 1})
            .mapToDouble(
                task -> Arrays.stream(drawn.get(task)).mapToDouble(i -> runs[task][i]).sum())
            .sum();
  }

  @Test
  void tasks_of_different_levels_dont_widen_it() {
    double[][] runs = runs(3, 10);
    Interval interval =
        new StratifiedBootstrap(1, 500, 0.95)
            .interval(List.of(10, 10), drawn -> mean(runs).applyAsDouble(drawn) / 20);
    assertThat(interval.high() - interval.low()).isLessThan(2);
    assertThat(interval.low()).isBetween(48.0, 51.0);
  }

  @Test
  void covers_a_mean_over_tasks() {
    int covered = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[][] runs = runs(trial, 15);
      Interval interval =
          new StratifiedBootstrap(trial, 300, 0.95)
              .interval(List.of(15, 15), drawn -> mean(runs).applyAsDouble(drawn) / 30);
      covered += interval.low() <= 50 && 50 <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(172, 199); // it is known to be somewhat short with 15 runs
  }

  @Test
  void equal_seeds_give_equal_intervals() {
    double[][] runs = runs(5, 6);
    StratifiedBootstrap bootstrap = new StratifiedBootstrap(7, 100, 0.9);
    assertThat(bootstrap.interval(List.of(6, 6), mean(runs)))
        .isEqualTo(bootstrap.interval(List.of(6, 6), mean(runs)));
  }

  @Test
  void refuses_to_draw_from_nothing() {
    StratifiedBootstrap bootstrap = new StratifiedBootstrap(7, 100, 0.9);
    assertThatThrownBy(() -> bootstrap.interval(List.of(), drawn -> 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> bootstrap.interval(List.of(3, 0), drawn -> 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
