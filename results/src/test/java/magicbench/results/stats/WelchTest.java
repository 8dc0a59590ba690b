package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class WelchTest {

  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void gives_the_published_figures_for_students_sleep_data() {
    // Student, Biometrika 6 (1908), additional hours of sleep; R's manual (t.test, extra ~ group,
    // data set sleep) prints, the first group less the second: t = -1.8608, df = 17.776,
    // p-value = 0.07939, 95 % interval -3.3654832 to 0.2054832.
    Welch welch = Welch.of(FIRST, SECOND, 0.95);

    assertThat(welch.difference()).isCloseTo(2.33 - 0.75, within(1e-12));
    assertThat(welch.test().statistic()).isCloseTo(1.8608, within(5e-5));
    assertThat(welch.degreesOfFreedom()).isCloseTo(17.776, within(5e-4));
    assertThat(welch.test().pValue()).isCloseTo(0.07939, within(5e-6));
    assertThat(welch.interval().low()).isCloseTo(-0.2054832, within(5e-8));
    assertThat(welch.interval().high()).isCloseTo(3.3654832, within(5e-8));
  }

  @Test
  void a_sample_that_does_not_vary_leaves_the_other_one_s_degrees_of_freedom() {
    Welch welch = Welch.of(new double[] {1, 1, 1}, new double[] {2, 3, 4, 5}, 0.95);

    assertThat(welch.degreesOfFreedom()).isCloseTo(3, within(1e-12));
  }

  @Test
  void two_samples_that_do_not_vary_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Welch.of(new double[] {1, 1}, new double[] {2, 2}, 0.95))
        .withMessageContaining("neither sample varies");
  }

  @Test
  void one_value_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Welch.of(new double[] {1}, SECOND, 0.95))
        .withMessageContaining("got 1");
  }

  @Property(tries = 200)
  void its_p_value_is_that_of_another_library(
      @ForAll("samples") double[][] one, @ForAll("samples") double[][] other) {
    Assume.that(varies(one[0]) && varies(other[0]));

    Welch welch = Welch.of(one[0], other[0], 0.95);

    assertThat(welch.test().pValue()).isCloseTo(new TTest().tTest(one[0], other[0]), within(1e-9));
  }

  @Property(tries = 200)
  void its_interval_leaves_zero_out_exactly_where_the_test_is_below_the_level(
      @ForAll("samples") double[][] one, @ForAll("samples") double[][] other) {
    Assume.that(varies(one[0]) && varies(other[0]));

    Welch welch = Welch.of(one[0], other[0], 0.9);

    Assume.that(Math.abs(welch.test().pValue() - 0.1) > 1e-6);
    assertThat(welch.interval().excludesZero()).isEqualTo(welch.test().pValue() < 0.1);
  }

  private static boolean varies(double[] values) {
    return Summary.standardDeviation(values) > 1e-6;
  }

  @Provide
  Arbitrary<double[][]> samples() {
    return Columns.fine(1, 2, 12);
  }
}
