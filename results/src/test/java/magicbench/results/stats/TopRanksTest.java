package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TopRanksTest {

  private static final double[] TRUTH = {1.0, 1.5, 2.0, 4.0};

  @Test
  void counts_who_is_rightly_among_the_best() {
    double[] scores = {0.2, 0.9, 0.1, 0.8};
    assertThat(TopRanks.precisionAt(scores, TRUTH, 1)).isZero();
    assertThat(TopRanks.precisionAt(scores, TRUTH, 2)).isEqualTo(0.5);
    assertThat(TopRanks.precisionAt(scores, TRUTH, 4)).isEqualTo(1);
  }

  @Test
  void regrets_what_the_best_scored_lacks() {
    assertThat(TopRanks.regret(new double[] {0.2, 0.9, 0.1, 0.8}, TRUTH)).isEqualTo(1);
    assertThat(TopRanks.regret(new double[] {0.1, 0.2, 0.3, 0.4}, TRUTH)).isZero();
  }

  @Property
  void scores_that_are_the_truth_are_perfect(
      @ForAll @Size(min = 1, max = 20) double @DoubleRange(min = -9, max = 9) [] truth) {
    assertThat(TopRanks.regret(truth, truth)).isCloseTo(0, within(1e-12));
    assertThat(TopRanks.precisionAt(truth, truth, truth.length)).isEqualTo(1);
    assertThat(TopRanks.precisionAt(truth, truth, 1)).isEqualTo(1);
  }
}
