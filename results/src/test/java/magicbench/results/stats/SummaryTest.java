package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

  @Test
  void gives_the_published_mean_and_spread_of_students_sleep_data() {
    // Student, Biometrika 6 (1908): mean 1.58; R prints the standard deviation 1.229995.
    double[] hours = {1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4};

    assertThat(Summary.mean(hours)).isCloseTo(1.58, within(1e-15));
    assertThat(Summary.standardDeviation(hours)).isCloseTo(1.229995, within(5e-7));
  }

  @Test
  void a_constant_sample_has_exactly_its_value_and_no_spread() {
    double[] constant = {0.1, 0.1, 0.1};

    assertThat(Summary.mean(constant)).isEqualTo(0.1);
    assertThat(Summary.standardDeviation(constant)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "0.25, 3.25", "0.5, 5.5", "0.9, 9.1", "1, 10"})
  void quantiles_of_one_to_ten_are_those_of_type_seven(double probability, double expected) {
    // Hyndman & Fan (1996), type 7; R: quantile(1:10, c(0, 0.25, 0.5, 0.9, 1)).
    double[] values = {10, 1, 9, 2, 8, 3, 7, 4, 6, 5};

    assertThat(Summary.quantile(values, probability)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void a_probability_beyond_one_and_an_empty_sample_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Summary.quantile(new double[] {1}, 1.1))
        .withMessageContaining("1.1");
    assertThatIllegalArgumentException().isThrownBy(() -> Summary.mean(new double[0]));
  }

  @Property(tries = 100)
  void quantiles_rise_with_the_probability_and_stay_in_the_range(
      @ForAll("samples") double[][] sample) {
    double low = Summary.quantile(sample[0], 0.3);
    double high = Summary.quantile(sample[0], 0.7);

    assertThat(low).isBetween(Arrays.stream(sample[0]).min().orElseThrow(), high);
    assertThat(high).isLessThanOrEqualTo(Arrays.stream(sample[0]).max().orElseThrow());
  }

  @Property(tries = 100)
  void a_shift_moves_the_mean_and_not_the_spread(@ForAll("samples") double[][] sample) {
    double[] shifted = Arrays.stream(sample[0]).map(value -> value + 5).toArray();

    assertThat(Summary.mean(shifted)).isCloseTo(Summary.mean(sample[0]) + 5, within(1e-9));
    assertThat(Summary.standardDeviation(shifted))
        .isCloseTo(Summary.standardDeviation(sample[0]), within(1e-9));
  }

  @Provide
  Arbitrary<double[][]> samples() {
    return Columns.fine(1, 2, 20);
  }
}
