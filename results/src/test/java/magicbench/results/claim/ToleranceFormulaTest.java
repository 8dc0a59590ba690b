package magicbench.results.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToleranceFormulaTest {

  // z(0.975) = 1.959964 and z(0.995) = 2.575829, as every table of the normal distribution has it.
  @ParameterizedTest
  @CsvSource({"101, 0.05, 0.1959964", "101, 0.01, 0.2575829", "2, 0.05, 1.959964"})
  void null_rank_correlation_is_the_normal_quantile_over_the_root_of_n_minus_1(
      double observations, double level, double expected) {
    assertThat(compute(observations, level)).isCloseTo(expected, within(1e-6));
  }

  @Property(tries = 100)
  void more_observations_give_a_smaller_tolerance(@ForAll @IntRange(min = 2, max = 9999) int n) {
    assertThat(compute(n + 1, 0.05)).isLessThan(compute(n, 0.05));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.05", "2.5, 0.05", "10, 0", "10, 1", "NaN, 0.05"})
  void refuses_inputs_out_of_range(double observations, double level) {
    assertThatThrownBy(() -> compute(observations, level))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_the_inputs_that_it_needs() {
    assertThatThrownBy(() -> ToleranceFormula.NULL_RANK_CORRELATION.compute(new TreeMap<>()))
        .hasMessage("null-rank-correlation needs the inputs [level, observations], not []");
  }

  @Test
  void is_found_by_its_name() {
    assertThat(ToleranceFormula.named("null-rank-correlation"))
        .contains(ToleranceFormula.NULL_RANK_CORRELATION);
    assertThat(ToleranceFormula.named("other")).isEmpty();
    assertThat(ToleranceFormula.names())
        .containsExactly(
            "direction-only",
            "half-of-a-reported-gain",
            "null-rank-correlation",
            "seed-spread",
            "smallest-effect-of-interest");
  }

  @Test
  void half_of_a_reported_gain_is_half_of_it() {
    SortedMap<String, Double> inputs = new TreeMap<>();
    inputs.put("gain", 0.13);
    assertThat(ToleranceFormula.named("half-of-a-reported-gain").orElseThrow().compute(inputs))
        .isEqualTo(0.065);
  }

  @Test
  void a_smallest_effect_of_interest_is_itself() {
    SortedMap<String, Double> inputs = new TreeMap<>();
    inputs.put("effect", 0.05);
    assertThat(ToleranceFormula.named("smallest-effect-of-interest").orElseThrow().compute(inputs))
        .isEqualTo(0.05);
  }

  // t(8), t(18) and t(2) at 97.5 % are 2.306004, 2.100922 and 4.302653 in every table of Student's
  // t.
  @ParameterizedTest
  @CsvSource({"0.3, 5, 0.05, 0.437533", "1, 10, 0.05, 0.939561", "1, 2, 0.05, 4.302653"})
  void seed_spread_is_the_half_width_of_the_difference_of_two_means(
      double deviation, double seeds, double level, double expected) {
    assertThat(spread(deviation, seeds, level)).isCloseTo(expected, within(1e-6));
  }

  @Property(tries = 100)
  void more_seeds_give_a_smaller_seed_spread(@ForAll @IntRange(min = 2, max = 999) int seeds) {
    assertThat(spread(0.3, seeds + 1, 0.05)).isLessThan(spread(0.3, seeds, 0.05));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0.05",
    "Infinity, 5, 0.05",
    "1, 1, 0.05",
    "1, 2.5, 0.05",
    "1, NaN, 0.05",
    "1, 5, 1"
  })
  void refuses_inputs_of_a_seed_spread_out_of_range(double deviation, double seeds, double level) {
    assertThatThrownBy(() -> spread(deviation, seeds, level))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double spread(double deviation, double seeds, double level) {
    SortedMap<String, Double> inputs = new TreeMap<>();
    inputs.put("deviation", deviation);
    inputs.put("seeds", seeds);
    inputs.put("level", level);
    return ToleranceFormula.named("seed-spread").orElseThrow().compute(inputs);
  }

  @Test
  void where_only_the_direction_is_asked_any_effect_counts() {
    ToleranceFormula formula = ToleranceFormula.named("direction-only").orElseThrow();
    assertThat(formula.compute(new TreeMap<>())).isZero();
  }

  private static double compute(double observations, double level) {
    SortedMap<String, Double> inputs = new TreeMap<>();
    inputs.put("observations", observations);
    inputs.put("level", level);
    return ToleranceFormula.NULL_RANK_CORRELATION.compute(inputs);
  }
}
