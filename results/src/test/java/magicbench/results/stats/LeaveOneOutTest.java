package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class LeaveOneOutTest {

  @Test
  void of_draws_of_one_unit_each_it_is_the_intervals_of_a_mean() {
    // The jackknife of a mean has its standard error, s divided by the root of n.
    double[] hits = {1, 0, 0, 0};
    LeaveOneOut drawn = new LeaveOneOut(hits.length);
    for (int unit = 0; unit < hits.length; unit++) {
      drawn.add(new int[] {unit}, hits[unit] == 1);
    }

    double half = 1.959963984540054 * Summary.standardDeviation(hits) / 2;

    assertThat(drawn.share()).isEqualTo(0.25);
    assertThat(drawn.interval(0.95).high()).isEqualTo(0.25 + half, within(1e-9));
    assertThat(drawn.interval(0.95).low()).isZero();
  }

  @Test
  void many_draws_of_the_same_units_tell_no_more_than_few() {
    LeaveOneOut few = new LeaveOneOut(4);
    LeaveOneOut many = new LeaveOneOut(4);
    for (int draw = 0; draw < 400; draw++) {
      int unit = draw % 4;
      if (draw < 4) {
        few.add(new int[] {unit}, unit == 0);
      }
      many.add(new int[] {unit}, unit == 0);
    }

    assertThat(many.interval(0.95)).isEqualTo(few.interval(0.95));
  }

  @Test
  void a_unit_of_every_draw_can_not_be_left_out() {
    LeaveOneOut drawn = new LeaveOneOut(2);
    drawn.add(new int[] {0, 1}, true);

    assertThatIllegalStateException().isThrownBy(() -> drawn.interval(0.95));
  }

  @Test
  void without_a_draw_there_is_no_share() {
    assertThatIllegalStateException().isThrownBy(() -> new LeaveOneOut(2).share());
  }
}
