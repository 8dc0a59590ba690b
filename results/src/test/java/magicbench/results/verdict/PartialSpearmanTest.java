package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartialSpearmanTest {

  private static final Estimator SPEARMAN = new PartialSpearman();

  @Test
  void is_undefined_where_the_cause_does_not_vary_within_strata() {
    Sample sample =
        new Sample(new double[] {1, 1, 2, 2}, new double[] {1, 2, 3, 4}, new int[] {0, 0, 1, 1});

    assertThat(SPEARMAN.resampler(sample, new int[4]).applyAsDouble(new int[] {0, 1, 2, 3}))
        .isNaN();
    assertThat(SPEARMAN.of(sample)).isEmpty();
  }

  @Test
  void is_one_when_the_ranks_agree_within_each_stratum() {
    Sample sample =
        new Sample(new double[] {1, 2, 8, 9}, new double[] {3, 4, 1, 2}, new int[] {0, 0, 1, 1});

    assertThat(SPEARMAN.of(sample).orElseThrow()).isCloseTo(1, within(1e-12));
  }
}
