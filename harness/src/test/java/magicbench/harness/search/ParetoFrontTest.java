package magicbench.harness.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ParetoFrontTest {

  private record Point(int loss, int parameters) {}

  private static final List<ToDoubleFunction<Point>> COSTS =
      List.of(Point::loss, Point::parameters);

  private static boolean beats(Point left, Point right) {
    return left.loss <= right.loss && left.parameters <= right.parameters && !left.equals(right);
  }

  @Example
  void keeps_what_nothing_else_beats_in_both() {
    Point small = new Point(5, 1);
    Point good = new Point(1, 5);
    Point between = new Point(3, 3);
    Point beaten = new Point(3, 4);
    assertThat(ParetoFront.of(List.of(beaten, small, good, between), COSTS))
        .containsExactly(small, good, between);
  }

  @Example
  void keeps_equals_together() {
    Point point = new Point(1, 1);
    assertThat(ParetoFront.of(List.of(point, new Point(1, 1)), COSTS)).hasSize(2);
  }

  @Property(tries = 200)
  void holds_exactly_what_is_not_beaten(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 24) Integer> numbers) {
    List<Point> all = numbers.stream().map(n -> new Point(n / 5, n % 5)).toList();
    assertThat(ParetoFront.of(all, COSTS))
        .isEqualTo(
            all.stream().filter(p -> all.stream().noneMatch(other -> beats(other, p))).toList());
  }

  @Example
  void a_front_without_costs_is_a_mistake() {
    assertThatThrownBy(() -> ParetoFront.of(List.of(new Point(1, 1)), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
