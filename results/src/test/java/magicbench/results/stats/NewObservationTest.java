package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class NewObservationTest {

  private static final double[] BEFORE = {9, 10, 11};

  @Test
  void is_held_against_the_spread_of_those_before_it() {
    // s = 1, so t = 4.3026528 sqrt(1 + 1/3) = 4.9682... is the 97.5 % point with 2 degrees of
    // freedom.
    NewObservation observation =
        NewObservation.of(BEFORE, 10 + 4.302652729911275 * Math.sqrt(4 / 3.0), 0.95);

    assertThat(observation.pValue()).isEqualTo(0.05, within(1e-9));
    assertThat(observation.interval().low()).isEqualTo(0, within(1e-9));
  }

  @Test
  void any_move_of_what_never_moved_is_certain() {
    double[] constant = {2, 2, 2};

    assertThat(NewObservation.of(constant, 2.1, 0.95).pValue()).isZero();
    assertThat(NewObservation.of(constant, 2, 0.95).pValue()).isEqualTo(1);
  }

  @Property(tries = 100)
  void the_interval_holds_zero_just_where_the_p_value_is_above_the_level(
      @ForAll @DoubleRange(min = 0, max = 20) double now) {
    NewObservation observation = NewObservation.of(BEFORE, now, 0.95);
    boolean holdsZero = observation.interval().low() < 0 && observation.interval().high() > 0;

    assertThat(holdsZero).isEqualTo(observation.pValue() > 0.05);
  }
}
