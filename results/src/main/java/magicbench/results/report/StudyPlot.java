package magicbench.results.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.StudyCurve;

/** What moving one setting of a method does: its gain at each value, with its interval. */
final class StudyPlot {

  private static final int HEIGHT = 310;
  private static final int LEFT = 66;
  private static final int BOTTOM = HEIGHT - 50;

  private StudyPlot() {}

  static String name(StudyCurve study) {
    return "study-" + study.name();
  }

  static Figure draw(StudyCurve study, double tolerance) {
    String caption =
        "%s: gain of Kendall\u2019s tau-b, paired by super-net seed, with its interval; values are equally spaced. Dashed: the tolerance of the claims."
            .formatted(study.title());
    Axis up =
        Axis.covering(
            DoubleStream.concat(
                DoubleStream.of(0, tolerance),
                study.points().stream().flatMapToDouble(StudyPlot::extent)),
            BOTTOM,
            Chart.TOP);
    Axis across = new Axis(-0.5, study.points().size() - 0.5, LEFT, Chart.RIGHT);
    Chart chart =
        new Chart(
                name(study),
                study.title(),
                "circle: gain \u00b7 bar: interval \u00b7 dashed: tolerance",
                caption,
                HEIGHT)
            .leftAxis(up, LEFT, "gain of Kendall\u2019s tau-b")
            .line("mb-axis", LEFT, up.at(0), Chart.RIGHT, up.at(0))
            .line("mb-tolerance", LEFT, up.at(tolerance), Chart.RIGHT, up.at(tolerance))
            .text("", "middle", (LEFT + Chart.RIGHT) / 2.0, BOTTOM + 38, study.setting());
    chart.shape("polyline", "mb-line", line(study.points(), across, up));
    for (int i = 0; i < study.points().size(); i++) {
      draw(chart, study.points().get(i), across.at(i), up);
    }
    return new Figure(name(study), chart.drawing(), caption);
  }

  private static DoubleStream extent(StudyCurve.Point point) {
    return point.gain().stream()
        .flatMapToDouble(
            gain ->
                DoubleStream.concat(
                    DoubleStream.of(gain.value()),
                    gain.interval().stream()
                        .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))));
  }

  private static List<double[]> line(List<StudyCurve.Point> points, Axis across, Axis up) {
    return IntStream.range(0, points.size())
        .boxed()
        .flatMap(
            i ->
                points.get(i).gain().stream()
                    .map(gain -> new double[] {across.at(i), up.at(gain.value())}))
        .toList();
  }

  private static void draw(Chart chart, StudyCurve.Point point, double x, Axis up) {
    chart.text("mb-muted", "middle", x, BOTTOM + 19, point.value());
    if (point.gain().isEmpty()) {
      chart.text("mb-muted", "middle", x, BOTTOM - 8, "not run");
    }
    point.gain().ifPresent(gain -> draw(chart, gain, x, up));
  }

  private static void draw(Chart chart, Estimate gain, double x, Axis up) {
    gain.interval()
        .ifPresent(ends -> chart.line("mb-interval", x, up.at(ends.low()), x, up.at(ends.high())));
    chart.circle("mb-mean", x, up.at(gain.value()), 4);
  }
}
