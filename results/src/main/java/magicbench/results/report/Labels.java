package magicbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names beside the circles of a plot, on the side that has room, none on another one, nor on a
 * circle where that can be had. A name blocks two lines at most, so half as many names as the plot
 * has lines always find room; of more, one may have to lie on another.
 *
 * @param left the least place that a name may reach to the left, in pixels
 * @param right the greatest to the right
 * @param top the least height that a name's line may have, in pixels from above
 * @param bottom the greatest
 */
record Labels(double left, double right, double top, double bottom) {

  /** How far one name lies below another. */
  static final double LINE = 16;

  private static final double GAP = 9;
  private static final double DROP = 4.5;

  /**
   * About what a letter takes on a telephone, where letters are larger: names are told apart, not
   * set.
   */
  private static final double LETTER = 7.3;

  /** How far a circle reaches, with some air. */
  private static final double REACH = 7;

  /**
   * A circle and its name.
   *
   * @param text the name
   * @param x the circle's middle
   * @param y the same
   */
  record Circle(String text, double x, double y) {}

  /**
   * Where a name stands.
   *
   * @param text the name
   * @param anchor which end of it {@code x} is, as SVG spells it
   * @param x where
   * @param y its baseline
   */
  record Label(String text, String anchor, double x, double y) {

    private double from() {
      return anchor.equals("start") ? x : x - width();
    }

    private double to() {
      return from() + width();
    }

    private double width() {
      return LETTER * text.length();
    }

    boolean covers(Circle circle) {
      return Math.abs(y - DROP - circle.y()) < REACH + DROP
          && from() < circle.x() + REACH
          && circle.x() - REACH < to();
    }

    boolean liesOn(Label other) {
      return Math.abs(y - other.y) < LINE && from() < other.to() && other.from() < to();
    }
  }

  /**
   * Finds each a place, as near to its circle as there is one, from above to below.
   *
   * @param circles the circles
   * @return as many names
   */
  List<Label> of(List<Circle> circles) {
    List<Label> placed = new ArrayList<>();
    circles.stream()
        .sorted(Comparator.comparingDouble(Circle::y).thenComparing(Circle::text))
        .forEach(circle -> placed.add(free(circle, circles, placed)));
    return placed;
  }

  /** On no circle, or at least on no name. */
  private Label free(Circle circle, List<Circle> circles, List<Label> placed) {
    List<Label> apart =
        places(circle).filter(label -> placed.stream().noneMatch(label::liesOn)).toList();
    return apart.stream()
        .filter(label -> circles.stream().noneMatch(label::covers))
        .findFirst()
        .or(() -> apart.stream().findFirst())
        .orElseGet(() -> places(circle).findFirst().orElseThrow());
  }

  /** The nearest first, towards the middle before away from it. */
  private Stream<Label> places(Circle circle) {
    boolean inward = circle.x() < (left + right) / 2;
    int lines = (int) ((bottom - top) / LINE) + 1;
    return Stream.concat(
        IntStream.rangeClosed(0, 2 * lines)
            .mapToDouble(attempt -> (attempt % 2 == 0 ? -1 : 1) * ((attempt + 1) / 2) * LINE)
            .boxed()
            .flatMap(below -> Stream.of(at(circle, inward, below), at(circle, !inward, below)))
            .filter(this::holds),
        Stream.of(at(circle, inward, 0)));
  }

  private boolean holds(Label label) {
    return label.y() >= top && label.y() <= bottom && label.from() >= left && label.to() <= right;
  }

  private static Label at(Circle circle, boolean rightOf, double below) {
    return new Label(
        circle.text(),
        rightOf ? "start" : "end",
        circle.x() + (rightOf ? GAP : -GAP),
        circle.y() + DROP + below);
  }
}
