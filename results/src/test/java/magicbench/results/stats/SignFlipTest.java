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

class SignFlipTest {

  /** Darwin's maize, crossed less self-fertilised, in eighths of an inch. */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  @Test
  void counts_what_fisher_counted_for_darwins_maize() {
    // Fisher, The Design of Experiments (1935), section 21: 1,726 of 32,768 sums, 5.267 %.
    TestResult result = SignFlip.test(MAIZE);

    assertThat(result.pValue()).isEqualTo(1726.0 / 32768);
    assertThat(result.statistic()).isCloseTo(314.0 / 15, within(1e-12));
  }

  @Test
  void six_differences_of_one_sign_reach_the_floor_of_six_pairs() {
    TestResult result = SignFlip.test(new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6});

    assertThat(result.pValue()).isEqualTo(0.03125);
    assertThat(result.smallestPValue()).isEqualTo(0.03125);
  }

  @Test
  void a_difference_of_zero_has_no_sign_to_flip() {
    TestResult result = SignFlip.test(new double[] {1, 2, 0, 3, 0});

    assertThat(result.pValue()).isEqualTo(0.25);
    assertThat(result.smallestPValue()).isEqualTo(0.25);
  }

  @Test
  void no_difference_at_all_says_nothing() {
    TestResult result = SignFlip.test(new double[] {0, 0, 0});

    assertThat(result)
        .extracting(TestResult::pValue, TestResult::smallestPValue)
        .containsExactly(1.0, 1.0);
  }

  @Test
  void sums_that_are_equal_but_for_rounding_count_as_equal() {
    // 0.1 + 0.2 - 0.3 is zero up to rounding, so every sum is at least as extreme.
    assertThat(SignFlip.test(new double[] {0.1, 0.2, -0.3}).pValue()).isEqualTo(1);
  }

  @Test
  void twenty_one_differences_are_refused_with_their_number() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SignFlip.test(new double[21]))
        .withMessageContaining("21");
  }

  @Test
  void twenty_differences_are_still_exact() {
    double[] ones = new double[20];
    Arrays.fill(ones, 1);

    assertThat(SignFlip.test(ones).pValue()).isEqualTo(Math.scalb(1.0, -19));
  }

  @Property(tries = 100)
  void the_sign_of_all_differences_does_not_matter(@ForAll("differences") double[][] sample) {
    double[] flipped = Arrays.stream(sample[0]).map(value -> -value).toArray();

    assertThat(SignFlip.test(flipped).pValue()).isEqualTo(SignFlip.test(sample[0]).pValue());
  }

  @Property(tries = 100)
  void scale_and_order_do_not_matter(@ForAll("differences") double[][] sample) {
    double[] changed = Arrays.stream(sample[0]).map(value -> value * 0.1).sorted().toArray();

    assertThat(SignFlip.test(changed).pValue()).isEqualTo(SignFlip.test(sample[0]).pValue());
  }

  @Property(tries = 100)
  void the_p_value_is_never_below_its_floor(@ForAll("differences") double[][] sample) {
    TestResult result = SignFlip.test(sample[0]);

    assertThat(result.pValue()).isBetween(result.smallestPValue(), 1.0);
  }

  @Provide
  Arbitrary<double[][]> differences() {
    return Columns.tied(1, 1, 9);
  }
}
