package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ClusteredKendallTest {

  @Property(tries = 200)
  void resamples_as_if_the_pairs_of_each_were_counted_anew(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 40) int size,
      @ForAll @IntRange(min = 1, max = 6) int clusters) {
    UniformRandomProvider random = new Seeds(seed).random("rows");
    double[] x = random.ints(size, 0, 5).asDoubleStream().toArray();
    double[] y = random.ints(size, 0, 12).asDoubleStream().toArray();
    int[] strata = random.ints(size, 0, 2).toArray();
    int[] clusterOf = random.ints(size, 0, clusters).toArray();
    int[] rows = wholeClusters(random.ints(clusters, 0, clusters).toArray(), clusterOf);

    double anew =
        PartialRankCorrelation.kendall(
                Strata.select(x, rows),
                Strata.select(y, rows),
                Arrays.stream(rows).map(row -> strata[row]).toArray())
            .orElse(Double.NaN);

    assertThat(new ClusteredKendall(x, y, strata, clusterOf).of(rows))
        .isEqualTo(anew, within(1e-12));
  }

  private static int[] wholeClusters(int[] drawn, int[] clusterOf) {
    return Arrays.stream(drawn)
        .flatMap(
            cluster ->
                IntStream.range(0, clusterOf.length).filter(row -> clusterOf[row] == cluster))
        .toArray();
  }

  @Test
  void a_resample_of_one_cluster_without_spread_is_undefined() {
    ClusteredKendall kendall =
        new ClusteredKendall(
            new double[] {1, 1, 2}, new double[] {1, 2, 3}, new int[3], new int[] {0, 0, 1});

    assertThat(kendall.of(new int[] {0, 1, 0, 1})).isNaN();
  }

  @Test
  void clusters_of_another_length_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ClusteredKendall(new double[2], new double[2], new int[2], new int[3]))
        .withMessageContaining("2 and 3");
  }
}
