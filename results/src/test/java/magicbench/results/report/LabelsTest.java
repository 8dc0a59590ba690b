package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.report.Labels.Circle;
import magicbench.results.report.Labels.Label;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final Labels LABELS = new Labels(60, 700, 20, 300);

  @Test
  void a_name_stands_beside_its_circle_towards_the_middle() {
    List<Label> labels =
        LABELS.of(List.of(new Circle("left", 100, 50), new Circle("right", 600, 80)));

    assertThat(labels)
        .containsExactly(
            new Label("left", "start", 109, 54.5), new Label("right", "end", 591, 84.5));
  }

  @Test
  void of_three_names_in_one_place_the_second_takes_the_other_side_and_the_third_the_next_line() {
    List<Label> labels =
        LABELS.of(
            List.of(new Circle("a", 100, 50), new Circle("b", 100, 51), new Circle("c", 100, 52)));

    assertThat(labels.get(1)).isEqualTo(new Label("b", "end", 91, 55.5));
    assertThat(labels.get(2)).isEqualTo(new Label("c", "start", 109, 56.5 + Labels.LINE));
  }

  @Test
  void no_name_covers_another_circle_where_there_is_room_beside_it() {
    List<Circle> circles = List.of(new Circle("network", 100, 50), new Circle("b", 130, 53));

    Label name = LABELS.of(circles).get(0);

    assertThat(circles).noneMatch(name::covers);
    assertThat(name.text()).isEqualTo("network");
  }

  @Test
  void no_name_leaves_the_plot_on_either_side() {
    List<Label> labels =
        LABELS.of(
            List.of(new Circle("a-long-name", 70, 50), new Circle("another-long-name", 70, 50)));

    assertThat(labels).extracting(Label::anchor).containsOnly("start");
  }

  @Test
  void a_name_from_the_right_makes_way_for_one_from_the_left() {
    List<Label> labels =
        LABELS.of(
            List.of(
                new Circle("twin-small-taught", 300, 100),
                new Circle("twin-large-taught", 400, 100)));

    assertThat(labels.get(0).liesOn(labels.get(1))).isFalse();
  }

  /** Eighteen lines: eight names block sixteen at most. */
  @Property(tries = 200)
  void nine_names_lie_within_the_plot_and_none_on_another_wherever_they_want_to_be(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 25, max = 290) Double> heights,
      @ForAll @DoubleRange(min = 0, max = 25) double apart) {
    assertApart(heights, place -> 345 - apart * place);
  }

  private static void assertApart(List<Double> heights, IntToDoubleFunction across) {
    List<Circle> circles =
        IntStream.range(0, heights.size())
            .mapToObj(i -> new Circle("network-" + i, across.applyAsDouble(i), heights.get(i)))
            .toList();
    List<Label> labels = LABELS.of(circles);

    assertThat(labels).hasSameSizeAs(circles);
    for (Label label : labels) {
      assertThat(label.y()).isBetween(20.0, 300.0);
      assertThat(labels.stream().filter(label::liesOn)).containsExactly(label);
    }
  }
}
