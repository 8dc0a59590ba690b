package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PartialSpearmanTest {

  private static final Estimator SPEARMAN = new PartialSpearman();

  @Property(tries = 200)
  void resamples_as_if_each_were_ranked_anew(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
    UniformRandomProvider random = new Seeds(seed).random("rows");
    Sample sample =
        new Sample(
            draw(random, size, 5), draw(random, size, 1000), random.ints(size, 0, 3).toArray());
    int[] rows = random.ints(size, 0, size).toArray();

    ToDoubleFunction<int[]> resampler = SPEARMAN.resampler(sample);

    assertThat(resampler.applyAsDouble(rows))
        .isEqualTo(SPEARMAN.of(sample.select(rows)).orElse(Double.NaN), within(1e-12));
  }

  private static double[] draw(UniformRandomProvider random, int size, int values) {
    return random.ints(size, 0, values).asDoubleStream().toArray();
  }

  @Test
  void is_undefined_where_the_cause_does_not_vary_within_strata() {
    Sample sample =
        new Sample(new double[] {1, 1, 2, 2}, new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});

    assertThat(SPEARMAN.resampler(sample).applyAsDouble(new int[] {0, 1, 2, 3})).isNaN();
    assertThat(SPEARMAN.of(sample)).isEmpty();
  }

  @Test
  void is_one_when_the_ranks_agree_within_each_stratum() {
    Sample sample =
        new Sample(new double[] {1, 2, 8, 9}, new double[] {3, 4, 1, 2}, new int[] {0, 0, 1, 1});

    assertThat(SPEARMAN.of(sample).orElseThrow()).isCloseTo(1, within(1e-12));
  }
}
