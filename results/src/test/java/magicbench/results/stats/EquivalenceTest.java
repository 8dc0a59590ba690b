package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class EquivalenceTest {

  /** Mean 0.2, standard deviation 0.1, standard error 0.05: t is (0.3 - 0.2) / 0.05 = 2 on 3. */
  private static final double[] VALUES = {0.1, 0.2, 0.2, 0.3};

  @Test
  void gives_the_one_sided_p_value_of_the_nearer_margin() {
    double error = Summary.standardDeviation(VALUES) / 2;
    TestResult test = Equivalence.test(VALUES, 0.2 + 2 * error);
    // the upper tail of Student's t beyond 2 with 3 degrees of freedom, from tables: 0.0697
    assertThat(test.pValue()).isCloseTo(0.0697, offset(5e-5));
    assertThat(test.statistic()).isCloseTo(0.2, offset(1e-12));
  }

  @Test
  void looks_at_both_sides_alike() {
    double[] mirrored = {-0.1, -0.2, -0.2, -0.3};
    assertThat(Equivalence.test(mirrored, 0.3).pValue())
        .isCloseTo(Equivalence.test(VALUES, 0.3).pValue(), offset(1e-12));
  }

  @Test
  void never_shows_equivalence_for_a_mean_beyond_the_margin() {
    assertThat(Equivalence.test(VALUES, 0.15).pValue()).isGreaterThan(0.5);
  }

  @Test
  void values_without_spread_are_certain() {
    assertThat(Equivalence.test(new double[] {0.1, 0.1}, 0.2).pValue()).isZero();
    assertThat(Equivalence.test(new double[] {0.3, 0.3}, 0.2).pValue()).isEqualTo(1);
  }

  @Test
  void a_margin_must_lie_above_0() {
    assertThatThrownBy(() -> Equivalence.test(VALUES, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("margin");
  }
}
