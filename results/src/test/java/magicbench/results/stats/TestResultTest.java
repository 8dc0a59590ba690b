package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestResultTest {

  @Test
  void allows_a_p_value_at_its_floor() {
    assertThat(new TestResult("sign flip", 1, 0.03125, 0.03125).pValue()).isEqualTo(0.03125);
  }

  @ParameterizedTest
  @CsvSource({
    "' ', 1, 0.5, 0.1",
    "t, NaN, 0.5, 0.1",
    "t, 1, 1.1, 0.1",
    "t, 1, NaN, 0.1",
    "t, 1, 0.5, -0.1",
    "t, 1, 0.05, 0.1"
  })
  void refuses_figures_that_no_test_returns(
      String method, double statistic, double pValue, double smallest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TestResult(method, statistic, pValue, smallest));
  }
}
