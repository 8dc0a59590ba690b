package magicbench.results.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.results.verdict.Mechanism;

/** Interference against rank agreement: a small circle a super-net, a large one a method's mean. */
final class MechanismPlot {

  static final String NAME = "mechanism";

  private static final int HEIGHT = 330;
  private static final int LEFT = 66;
  private static final int BOTTOM = HEIGHT - 50;
  private static final double BELOW = 0.6;

  private MechanismPlot() {}

  static Figure draw(Mechanism mechanism) {
    String caption =
        "Mean gradient cosine of shared operators (high: little interference) against Kendall\u2019s"
            + " tau-b with the truth; a small circle a super-net, a large one a method\u2019s mean.";
    List<Mechanism.Run> runs = mechanism.runs();
    Axis across =
        Axis.covering(runs.stream().mapToDouble(Mechanism.Run::cosine), LEFT, Chart.RIGHT);
    Axis up = Axis.covering(runs.stream().mapToDouble(Mechanism.Run::agreement), BOTTOM, Chart.TOP);
    Chart chart =
        new Chart(
                NAME,
                "Interference and rank agreement",
                "small: a super-net \u00b7 large: mean of a method",
                caption,
                HEIGHT)
            .leftAxis(up, LEFT, "Kendall\u2019s tau-b with the truth")
            .bottomAxis(across, BOTTOM, across.ticks(6), "mean gradient cosine");
    runs.forEach(
        run -> chart.circle("mb-dots", across.at(run.cosine()), up.at(run.agreement()), 4));
    SortedMap<String, List<Mechanism.Run>> byMethod =
        new TreeMap<>(runs.stream().collect(Collectors.groupingBy(Mechanism.Run::method)));
    List<Label> placed = new ArrayList<>();
    byMethod.forEach((method, own) -> drawMean(new Plane(chart, across, up), method, own, placed));
    return new Figure(NAME, chart.drawing(), caption);
  }

  /** What is drawn on. */
  private record Plane(Chart chart, Axis across, Axis up) {}

  private static void drawMean(
      Plane plane, String method, List<Mechanism.Run> runs, List<Label> placed) {
    double x = plane.across.at(mean(runs.stream().mapToDouble(Mechanism.Run::cosine).toArray()));
    double y = plane.up.at(mean(runs.stream().mapToDouble(Mechanism.Run::agreement).toArray()));
    plane.chart.circle("mb-mean", x, y, 6);
    Label label = Label.near(method, x, y, placed);
    placed.add(label);
    plane.chart.text("", "middle", label.middle(), label.y(), method);
  }

  /** Where a method's name stands: beside its circle where that is free, else above or below. */
  private record Label(double middle, double width, double y) {

    private static final double GAP = 9;
    private static final double LETTER = 7;
    private static final double LINE = 14;
    private static final double BASE = 4.5;

    static Label near(String method, double x, double y, List<Label> placed) {
      double width = LETTER * method.length();
      double aside = GAP + width / 2;
      boolean rightFirst = x < LEFT + BELOW * (Chart.RIGHT - LEFT);
      List<Label> places =
          List.of(
              new Label(rightFirst ? x + aside : x - aside, width, y + BASE),
              new Label(rightFirst ? x - aside : x + aside, width, y + BASE),
              new Label(x, width, y - GAP),
              new Label(x, width, y + GAP + 2 * BASE));
      return places.stream()
          .filter(place -> place.isInside() && placed.stream().noneMatch(place::touches))
          .findFirst()
          .orElse(places.get(0));
    }

    private boolean isInside() {
      return middle - width / 2 > LEFT && middle + width / 2 < Chart.RIGHT;
    }

    private boolean touches(Label other) {
      return Math.abs(middle - other.middle) < (width + other.width) / 2
          && Math.abs(y - other.y) < LINE;
    }
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
