package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PairedTTest {

  // Student's sleep data (Biometrika 6, 1908): second drug less the first, as on R's help page.
  private static final double[] GAINS = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};

  @Test
  void agrees_with_rs_worked_example() {
    PairedT paired = PairedT.of(GAINS, 0.95);

    assertThat(paired.difference()).isEqualTo(1.58, within(1e-12));
    assertThat(paired.pValue()).isEqualTo(0.002833, within(5e-7));
    assertThat(paired.interval().low()).isEqualTo(0.7001142, within(5e-8));
    assertThat(paired.interval().high()).isEqualTo(2.4598858, within(5e-8));
  }

  @Test
  void equal_differences_are_certain() {
    assertThat(PairedT.of(new double[] {1, 1}, 0.95).pValue()).isZero();
    assertThat(PairedT.of(new double[] {0, 0}, 0.95).pValue()).isEqualTo(1);
  }

  @Test
  void one_difference_is_too_few() {
    assertThatIllegalArgumentException().isThrownBy(() -> PairedT.of(new double[1], 0.95));
  }
}
