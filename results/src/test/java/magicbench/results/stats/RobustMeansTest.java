package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RobustMeansTest {

  // Sorted 1 3 4 | 5 6 6 7 7 8 | 8 9 38: what is left adds up to 39.
  @Test
  void a_quarter_of_twelve_values_goes_at_either_end() {
    double[] values = {5, 8, 4, 38, 8, 6, 9, 7, 7, 3, 1, 6};
    assertThat(RobustMeans.interquartileMean(values)).isCloseTo(39 / 6.0, offset(1e-12));
  }

  @Test
  void of_fewer_than_four_values_nothing_goes() {
    assertThat(RobustMeans.interquartileMean(new double[] {1, 2, 9})).isCloseTo(4, offset(1e-12));
  }

  @Test
  void of_seven_values_one_goes_at_either_end() {
    double[] values = {100, 1, 2, 3, 4, 5, -100};
    assertThat(RobustMeans.interquartileMean(values)).isCloseTo(3, offset(1e-12));
  }

  // U counts the 5 pairs of 3 x 2 in which the first is larger, and half of the tie.
  @Test
  void ties_count_one_half() {
    assertThat(RobustMeans.probabilityOfLarger(new double[] {3, 4, 1}, new double[] {1, 0}))
        .isCloseTo(5.5 / 6, offset(1e-12));
  }

  @Property(tries = 200)
  void either_is_larger_or_they_tie(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -9, max = 9) Double> one,
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -9, max = 9) Double> other) {
    double there = RobustMeans.probabilityOfLarger(array(one), array(other));
    double back = RobustMeans.probabilityOfLarger(array(other), array(one));
    assertThat(there + back).isCloseTo(1, offset(1e-12));
  }

  @Property(tries = 200)
  void the_interquartile_mean_lies_between_the_quartiles(
      @ForAll @Size(min = 4, max = 30) List<@DoubleRange(min = -9, max = 9) Double> values) {
    double[] sorted = array(values);
    Arrays.sort(sorted);
    int cut = sorted.length / 4;
    assertThat(RobustMeans.interquartileMean(array(values)))
        .isBetween(sorted[cut] - 1e-12, sorted[sorted.length - 1 - cut] + 1e-12);
  }

  @Test
  void refuses_samples_that_are_empty_or_not_finite() {
    assertThatThrownBy(() -> RobustMeans.interquartileMean(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> RobustMeans.probabilityOfLarger(new double[] {1}, new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
