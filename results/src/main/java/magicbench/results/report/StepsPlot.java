package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magicbench.results.verdict.Estimate;

/** Estimates at some steps that stand at equal distances, each with its interval. */
final class StepsPlot {

  private static final int HEIGHT = 310;
  private static final int LEFT = 74;
  private static final int BOTTOM = HEIGHT - 50;
  private static final int RADIUS = 5;

  private StepsPlot() {}

  /**
   * How the plot is to be read.
   *
   * @param name of the figure
   * @param title above it
   * @param key what circle, bar and dashes are
   * @param description for those who can't see it
   * @param up the unit of the estimates
   * @param across what the steps are
   * @param marked where the dashed line stands
   * @param joined whether a line leads from step to step, for steps that have an order
   */
  record Legend(
      String name,
      String title,
      String key,
      String description,
      String up,
      String across,
      double marked,
      boolean joined) {}

  /**
   * One step.
   *
   * @param label below the axis
   * @param estimate empty where there is none
   * @param mark the circle's style
   * @param absent what is written where there is none
   */
  record Step(String label, Optional<Estimate> estimate, String mark, String absent) {

    private DoubleStream extent() {
      return estimate.stream()
          .flatMapToDouble(
              found ->
                  DoubleStream.concat(
                      DoubleStream.of(found.value()),
                      found.interval().stream()
                          .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))));
    }
  }

  static Tag draw(Legend legend, List<Step> steps) {
    Axis up =
        Axis.covering(
            DoubleStream.concat(
                DoubleStream.of(0, legend.marked()), steps.stream().flatMapToDouble(Step::extent)),
            BOTTOM,
            Chart.TOP);
    Axis across = new Axis(-0.5, steps.size() - 0.5, LEFT, Chart.RIGHT);
    double marked = up.at(legend.marked());
    Chart chart =
        new Chart(legend.name(), legend.title(), legend.key(), legend.description(), HEIGHT)
            .leftAxis(up, LEFT, legend.up())
            .line("mb-axis", LEFT, up.at(0), Chart.RIGHT, up.at(0))
            .line("mb-tolerance", LEFT, marked, Chart.RIGHT, marked)
            .text("", "middle", (LEFT + Chart.RIGHT) / 2.0, BOTTOM + 38, legend.across());
    if (legend.joined()) {
      chart.shape("polyline", "mb-line", line(steps, across, up));
    }
    for (int i = 0; i < steps.size(); i++) {
      draw(chart, steps.get(i), across.at(i), up);
    }
    return chart.drawing();
  }

  /** Through the steps that have an estimate. */
  private static List<double[]> line(List<Step> steps, Axis across, Axis up) {
    return IntStream.range(0, steps.size())
        .boxed()
        .flatMap(
            i ->
                steps.get(i).estimate().stream()
                    .map(found -> new double[] {across.at(i), up.at(found.value())}))
        .toList();
  }

  private static void draw(Chart chart, Step step, double x, Axis up) {
    chart.text("mb-muted", "middle", x, BOTTOM + 19, step.label());
    if (step.estimate().isEmpty()) {
      chart.text("mb-muted", "middle", x, BOTTOM - 8, step.absent());
    }
    step.estimate()
        .ifPresent(
            found -> {
              found
                  .interval()
                  .ifPresent(
                      ends ->
                          chart.line("mb-interval", x, up.at(ends.low()), x, up.at(ends.high())));
              chart.circle(step.mark(), x, up.at(found.value()), RADIUS);
            });
  }
}
