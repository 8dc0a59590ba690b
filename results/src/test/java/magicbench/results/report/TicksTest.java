package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

final class TicksTest {

  @Property(tries = 300)
  void marks_few_numbers_and_only_inside(
      @ForAll @DoubleRange(min = -1e4, max = 1e4) double low,
      @ForAll @DoubleRange(min = 1e-4, max = 1e4) @Scale(5) double width) {
    double slack = width * 1e-6;

    Ticks ticks = Ticks.between(low, low + width, 6);

    assertThat(ticks.values()).hasSizeBetween(3, 10);
    assertThat(ticks.values())
        .allSatisfy(value -> assertThat(value).isBetween(low - slack, low + width + slack));
  }

  @Test
  void marks_round_numbers() {
    assertThat(Ticks.between(-0.03, 0.97, 6).values())
        .containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8);
  }

  @Test
  void gives_the_decimals_that_tell_marks_apart() {
    assertThat(Ticks.between(0, 0.3, 6).decimals()).isEqualTo(2);
    assertThat(Ticks.between(0, 300, 6).decimals()).isZero();
  }

  @Test
  void covers_equal_numbers_with_an_axis_of_some_width() {
    Axis axis = Axis.covering(DoubleStream.of(2, 2), 0, 100);

    assertThat(axis.at(2)).isEqualTo(50);
  }

  @Test
  void draws_an_infinite_end_at_the_end_of_the_axis() {
    Axis axis = new Axis(0, 1, 0, 100);

    assertThat(axis.at(Double.POSITIVE_INFINITY)).isEqualTo(100);
  }
}
