package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;

class TwoWayBootstrapTest {

  private static double mean(double[][] table, int[] rows, int[] columns) {
    return Arrays.stream(rows)
            .mapToDouble(row -> IntStream.of(columns).mapToDouble(c -> table[row][c]).sum())
            .sum()
        / (rows.length * (double) columns.length);
  }

  /** Row and column effects of deviation 1 and noise: the mean's variance is about 1/R + 1/C. */
  private static double[][] table(long seed, int rows, int columns) {
    UniformRandomProvider random = new Seeds(seed).random("table");
    ZigguratSampler.NormalizedGaussian noise = ZigguratSampler.NormalizedGaussian.of(random);
    double[] row = noise.samples(rows).toArray();
    double[] column = noise.samples(columns).toArray();
    double[][] table = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        table[i][j] = row[i] + column[j] + noise.sample();
      }
    }
    return table;
  }

  @Test
  void covers_a_mean_whose_chance_lies_in_rows_and_columns() {
    int covered = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[][] table = table(trial, 12, 25);
      Interval interval =
          new TwoWayBootstrap(trial, 400, 0.95)
              .interval(12, 25, (rows, columns) -> mean(table, rows, columns));
      covered += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(174, 199); // 0.95 of 200, give or take 5 deviations below
  }

  @Test
  void what_is_said_of_each_resample_gives_the_interval() {
    double[][] table = table(1, 5, 6);
    TwoWayBootstrap bootstrap = new TwoWayBootstrap(7, 100, 0.9);

    double[] means =
        bootstrap.each(5, 6, (rows, columns) -> mean(table, rows, columns)).stream()
            .mapToDouble(Double::doubleValue)
            .toArray();

    assertThat(bootstrap.interval(5, 6, (rows, columns) -> mean(table, rows, columns)))
        .isEqualTo(new Interval(Summary.quantile(means, 0.05), Summary.quantile(means, 0.95), 0.9));
  }

  @Test
  void equal_seeds_give_equal_intervals() {
    double[][] table = table(1, 5, 6);
    Interval first =
        new TwoWayBootstrap(7, 100, 0.9)
            .interval(5, 6, (rows, columns) -> mean(table, rows, columns));
    assertThat(
            new TwoWayBootstrap(7, 100, 0.9)
                .interval(5, 6, (rows, columns) -> mean(table, rows, columns)))
        .isEqualTo(first);
  }

  @Test
  void a_statistic_that_is_never_defined_is_an_error_of_ours() {
    assertThatThrownBy(
            () -> new TwoWayBootstrap(7, 10, 0.9).interval(2, 2, (rows, columns) -> Double.NaN))
        .isInstanceOf(IllegalStateException.class);
  }
}
