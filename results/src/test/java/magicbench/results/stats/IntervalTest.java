package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

  @Test
  void holds_its_bounds_and_what_lies_between() {
    Interval interval = new Interval(-1, 2, 0.9);

    assertThat(List.of(-1.0, 0.0, 2.0)).allMatch(interval::contains);
  }

  @Test
  void holds_nothing_beyond_its_bounds_and_no_nan() {
    Interval interval = new Interval(-1, 2, 0.9);

    assertThat(List.of(-1.001, 2.001, Double.NaN)).noneMatch(interval::contains);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.2, true", "-0.2, -0.1, true", "-0.1, 0.1, false", "0, 1, false"})
  void excludes_zero_only_when_both_bounds_have_one_sign(
      double low, double high, boolean expected) {
    assertThat(new Interval(low, high, 0.95).excludesZero()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2, 1, 0.9", "NaN, 1, 0.9", "0, NaN, 0.9", "0, 1, 0", "0, 1, 1", "0, 1, NaN"})
  void refuses_swapped_bounds_nan_and_impossible_confidence(
      double low, double high, double confidence) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(low, high, confidence));
  }
}
