package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EquivalenceTest {

  @Test
  void gives_the_t_of_a_documented_example() {
    // TOSTER's manual, TOSTone: mean 0.54 against 0.5, s = 1.2, n = 100, bounds ±0.3 s = ±0.36, so
    // t(99) = (0.04 - 0.36) / 0.12 = -2.667; the tail of Student's t is 0.0044746 (SciPy's t.sf).
    double step = 1.2 * Math.sqrt(99 / 100.0);
    double[] values =
        IntStream.range(0, 100).mapToDouble(i -> 0.04 + (i % 2 == 0 ? step : -step)).toArray();

    TestResult result = Equivalence.tost(values, 0.36);

    assertThat(result.statistic()).isCloseTo(-2.6667, within(5e-5));
    assertThat(result.pValue()).isCloseTo(0.0044746186, within(1e-9));
  }

  @Property(tries = 200)
  void succeeds_exactly_when_the_interval_lies_within_the_margin(
      @ForAll("samples") double[][] sample) {
    // Schuirmann (1987): TOST at level a is the (1 - 2a) interval inside ±margin.
    double margin = 300;
    Interval interval = MeanInterval.studentT(sample[0], 0.9);
    boolean inside = -margin < interval.low() && interval.high() < margin;

    assertThat(Equivalence.tost(sample[0], margin).pValue() < 0.05).isEqualTo(inside);
  }

  @Property(tries = 100)
  void the_sign_of_the_values_does_not_matter(@ForAll("samples") double[][] sample) {
    double[] flipped = Arrays.stream(sample[0]).map(value -> -value).toArray();

    assertThat(Equivalence.tost(flipped, 250).pValue())
        .isCloseTo(Equivalence.tost(sample[0], 250).pValue(), within(1e-12));
  }

  @Property(tries = 100)
  void a_wider_margin_is_easier_to_meet(@ForAll("samples") double[][] sample) {
    Assume.that(Summary.standardDeviation(sample[0]) > 0);

    assertThat(Equivalence.tost(sample[0], 400).pValue())
        .isLessThanOrEqualTo(Equivalence.tost(sample[0], 100).pValue());
  }

  @Test
  void a_mean_beyond_the_margin_is_never_equivalent() {
    assertThat(Equivalence.tost(new double[] {2, 2.1, 1.9}, 1).pValue()).isGreaterThan(0.5);
  }

  @Test
  void values_that_do_not_vary_are_settled_by_their_place() {
    assertThat(Equivalence.tost(new double[] {0.1, 0.1}, 0.2).pValue()).isZero();
    assertThat(Equivalence.tost(new double[] {-0.2, -0.2}, 0.2).pValue()).isEqualTo(1);
  }

  @Test
  void a_margin_of_zero_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Equivalence.tost(new double[] {1, 2}, 0))
        .withMessageContaining("margin");
  }

  @Provide
  Arbitrary<double[][]> samples() {
    return Columns.fine(1, 2, 12);
  }
}
