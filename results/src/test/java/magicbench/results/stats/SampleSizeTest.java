package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {

  @Property(tries = 50)
  void the_seeds_for_an_interval_are_the_first_that_suffice(
      @ForAll @DoubleRange(min = 0, max = 0.5) double distance,
      @ForAll @DoubleRange(min = 0, max = 1) double halfWidth,
      @ForAll @IntRange(min = 2, max = 19) int seeds) {
    OptionalInt needed = SampleSize.seedsForInterval(distance, halfWidth, seeds, 0.95, 20);

    int last = needed.orElse(20);
    assertThat(last).isGreaterThan(seeds);
    assertThat(shrunk(halfWidth, seeds, last) < distance).isEqualTo(needed.isPresent());
    assertThat(last - 1 > seeds && shrunk(halfWidth, seeds, last - 1) < distance).isFalse();
  }

  private static double shrunk(double halfWidth, int seeds, int more) {
    return halfWidth * factor(more) / factor(seeds);
  }

  private static double factor(int n) {
    return new TDistribution(n - 1).inverseCumulativeProbability(0.975) / Math.sqrt(n);
  }

  @Test
  void an_effect_of_half_a_standard_deviation_takes_eighteen_seeds() {
    // Tables of Student's t: t(17) = 2.110, 2.110 / sqrt(18) = 0.497; t(16) = 2.120, / sqrt(17) =
    // 0.514; and with five seeds t(4) = 2.776, / sqrt(5) = 1.2415.
    assertThat(SampleSize.seedsForInterval(0.5, 1.2415, 5, 0.95, 100)).hasValue(18);
  }

  @Test
  void an_estimate_on_the_bound_is_never_settled() {
    assertThat(SampleSize.seedsForInterval(0, 0.1, 5, 0.95, 20)).isEmpty();
  }

  @Test
  void a_negative_half_width_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleSize.seedsForInterval(1, -1, 5, 0.95, 10))
        .withMessageContaining("-1.0");
  }

  @ParameterizedTest
  @CsvSource({"0.06, 0.05, 1", "0.05, 0.05, 0", "0.1875, 0.05, 2", "1, 0.05, 5"})
  void each_further_seed_halves_the_p_value_at_best(double pValue, double level, int more) {
    assertThat(SampleSize.moreForSignFlip(pValue, level)).isEqualTo(more);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 2", "0.05, 6", "0.03125, 6", "0.03124, 7", "0.01, 8", "0.001, 11"})
  void the_sign_flip_needs_as_many_pairs_as_its_floor_demands(double level, int pairs) {
    assertThat(SampleSize.seedsForSignFlip(level)).isEqualTo(pairs);
  }

  @Test
  void half_a_standard_deviation_takes_34_seeds_for_80_percent_power() {
    // R: power.t.test(delta = 0.5, power = 0.8, type = "one.sample") gives n = 33.4.
    assertThat(SampleSize.minimumDetectableEffect(1, 34, 0.05, 0.8)).isLessThanOrEqualTo(0.5);
    assertThat(SampleSize.minimumDetectableEffect(1, 33, 0.05, 0.8)).isGreaterThan(0.5);
  }

  @Test
  void with_many_seeds_the_effect_is_blooms_multiple_of_the_standard_error() {
    // Bloom, Evaluation Review 19 (1995): 2.80 standard errors for two-sided 5 % and 80 % power.
    double effect = SampleSize.minimumDetectableEffect(2, 10_000, 0.05, 0.8);

    assertThat(effect / (2 / 100.0)).isCloseTo(2.80, within(0.005));
  }

  @Property(tries = 50)
  void the_detectable_effect_grows_with_spread_and_power(
      @ForAll @DoubleRange(min = 0.1, max = 5) double spread,
      @ForAll @DoubleRange(min = 0.5, max = 0.9) double power) {
    double effect = SampleSize.minimumDetectableEffect(spread, 8, 0.05, power);

    assertThat(SampleSize.minimumDetectableEffect(2 * spread, 8, 0.05, power))
        .isCloseTo(2 * effect, within(1e-9));
    assertThat(SampleSize.minimumDetectableEffect(spread, 8, 0.05, power + 0.05))
        .isGreaterThan(effect);
  }
}
