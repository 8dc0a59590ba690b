package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class NumbersTest {

  @Property(tries = 300)
  void shows_a_number_to_within_half_of_its_last_digit(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
    int decimals = Numbers.decimals(value);

    double read = Double.parseDouble(Numbers.fixed(value, decimals));

    assertThat(read).isCloseTo(value, within(0.5 * Math.pow(10, -decimals) * (1 + 1e-9)));
  }

  @Test
  void never_shows_a_negative_zero() {
    assertThat(Numbers.text(-0.0001, 3)).isEqualTo("0.000");
  }

  @Test
  void shows_a_typographic_minus() {
    assertThat(Numbers.text(-0.4621)).isEqualTo("\u22120.462");
  }

  @Test
  void shows_a_very_small_number_as_a_power_of_ten() {
    assertThat(Numbers.text(3.2e-7)).isEqualTo("3.20 × 10⁻⁷");
  }

  @Test
  void drops_zeros_at_the_end_of_a_chosen_number() {
    assertThat(Numbers.trimmed(0.10)).isEqualTo("0.1");
  }

  @Test
  void shows_no_digits_for_what_is_not_a_number() {
    assertThat(Numbers.text(Double.NaN)).isEqualTo("undefined");
    assertThat(Numbers.text(Double.NEGATIVE_INFINITY)).isEqualTo("\u2212∞");
  }

  @Test
  void keeps_the_exact_value_in_the_element() {
    assertThat(Numbers.tag(0.123456789).render())
        .isEqualTo("<data value=\"0.123456789\">0.123</data>\n");
  }
}
