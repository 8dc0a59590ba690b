package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ResampledSpearmanTest {

  @Property(tries = 200)
  void resamples_as_if_each_were_ranked_anew(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
    UniformRandomProvider random = new Seeds(seed).random("rows");
    double[] x = random.ints(size, 0, 5).asDoubleStream().toArray();
    double[] y = random.ints(size, 0, 1000).asDoubleStream().toArray();
    int[] strata = random.ints(size, 0, 3).toArray();
    int[] rows = random.ints(size, 0, size).toArray();

    double anew =
        PartialRankCorrelation.spearman(
                Strata.select(x, rows),
                Strata.select(y, rows),
                Arrays.stream(rows).map(row -> strata[row]).toArray())
            .orElse(Double.NaN);

    assertThat(new ResampledSpearman(x, y, strata).of(rows)).isEqualTo(anew, within(1e-12));
  }

  @Test
  void is_undefined_where_a_variable_does_not_vary_within_strata() {
    ResampledSpearman spearman =
        new ResampledSpearman(
            new double[] {1, 1, 2, 2}, new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});

    assertThat(spearman.of(new int[] {0, 1, 2, 3})).isNaN();
  }
}
