package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class WelchTest {

  // Student's sleep data (Biometrika 6, 1908), as R's help page of t.test uses them.
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void two_samples_agree_with_rs_worked_example() {
    Welch welch = Welch.of(FIRST, SECOND, 0.95);

    assertThat(welch.difference()).isEqualTo(1.58, within(1e-12));
    assertThat(welch.pValue()).isEqualTo(0.07939, within(5e-6));
    assertThat(welch.interval().low()).isEqualTo(-0.2054832, within(5e-8));
    assertThat(welch.interval().high()).isEqualTo(3.3654832, within(5e-8));
  }

  @Test
  void pairs_agree_with_rs_worked_example() {
    double[] differences = new double[FIRST.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = SECOND[i] - FIRST[i];
    }

    Welch paired = Welch.paired(differences, 0.95);

    assertThat(paired.pValue()).isEqualTo(0.002833, within(5e-7));
    assertThat(paired.interval().low()).isEqualTo(0.7001142, within(5e-8));
    assertThat(paired.interval().high()).isEqualTo(2.4598858, within(5e-8));
  }

  @Test
  void constant_samples_differ_for_certain_or_not_at_all() {
    double[] ones = {1, 1};

    assertThat(Welch.of(ones, new double[] {2, 2}, 0.95).pValue()).isZero();
    assertThat(Welch.of(ones, ones, 0.95).pValue()).isEqualTo(1);
    assertThat(Welch.paired(ones, 0.95).pValue()).isZero();
  }

  @Test
  void one_value_is_too_few() {
    assertThatIllegalArgumentException().isThrownBy(() -> Welch.of(FIRST, new double[1], 0.95));
  }
}
