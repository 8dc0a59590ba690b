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

class MeanIntervalTest {

  @Test
  void gives_the_published_interval_for_students_sleep_data() {
    // Student, Biometrika 6 (1908), additional hours of sleep; 95 % interval as R's manual (t.test,
    // data set sleep, paired) prints it: 0.7001142 to 2.4598858.
    double[] hours = {1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4};

    Interval interval = MeanInterval.studentT(hours, 0.95);

    assertThat(interval.low()).isCloseTo(0.7001142, within(5e-8));
    assertThat(interval.high()).isCloseTo(2.4598858, within(5e-8));
  }

  @Test
  void values_that_do_not_vary_give_a_point() {
    assertThat(MeanInterval.studentT(new double[] {0.1, 0.1, 0.1}, 0.95))
        .isEqualTo(new Interval(0.1, 0.1, 0.95));
  }

  @Test
  void one_value_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MeanInterval.studentT(new double[] {1}, 0.95))
        .withMessageContaining("got 1");
  }

  @Property(tries = 100)
  void more_confidence_never_makes_it_shorter(@ForAll("samples") double[][] sample) {
    Interval less = MeanInterval.studentT(sample[0], 0.8);
    Interval more = MeanInterval.studentT(sample[0], 0.95);

    assertThat(more.low()).isLessThanOrEqualTo(less.low());
    assertThat(more.high()).isGreaterThanOrEqualTo(less.high());
  }

  @Property(tries = 100)
  void it_flips_with_the_sign_of_the_values(@ForAll("samples") double[][] sample) {
    Interval interval = MeanInterval.studentT(sample[0], 0.9);
    double[] flipped = Arrays.stream(sample[0]).map(value -> -value).toArray();

    assertThat(MeanInterval.studentT(flipped, 0.9).low()).isCloseTo(-interval.high(), within(1e-9));
  }

  @Provide
  Arbitrary<double[][]> samples() {
    return Columns.fine(1, 2, 12);
  }
}
