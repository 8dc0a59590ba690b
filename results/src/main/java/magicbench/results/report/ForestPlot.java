package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Estimate;

/** Effects under each other, each with its interval where it has one. */
final class ForestPlot {

  private static final int ROW = 24;
  private static final int LEFT = 150;
  private static final int LONGEST_LABEL = 15;

  private ForestPlot() {}

  /**
   * One line of the plot.
   *
   * @param label on the left
   * @param value where the circle stands
   * @param interval where the bar stands; empty where there is none
   */
  record Row(String label, double value, Optional<Interval> interval) {

    static Row of(String label, Estimate estimate) {
      return new Row(label, estimate.value(), estimate.interval());
    }

    private DoubleStream extent() {
      return DoubleStream.concat(
          DoubleStream.of(value),
          interval.stream().flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())));
    }
  }

  /** Where the tolerance stands on the effect's own axis: on the claimed side of zero. */
  static double threshold(Claim claim) {
    return claim.direction().sign() * claim.tolerance().value();
  }

  /** Draws rows, with the whole effect as the last one. */
  static Figure draw(Claim claim, String name, String title, List<Row> rows, String caption) {
    int bottom = Chart.TOP + ROW * rows.size();
    double threshold = threshold(claim);
    Axis across =
        Axis.covering(
            DoubleStream.concat(
                DoubleStream.of(0, threshold), rows.stream().flatMapToDouble(Row::extent)),
            LEFT,
            Chart.RIGHT);
    String key = "circle: effect \u00b7 bar: interval \u00b7 dashed: tolerance";
    Chart chart =
        new Chart(name, title, key, claim.title() + ". " + caption, bottom + 50)
            .bottomAxis(across, bottom, across.ticks(5), claim.tolerance().unit())
            .line("mb-axis", across.at(0), Chart.TOP, across.at(0), bottom)
            .line("mb-tolerance", across.at(threshold), Chart.TOP, across.at(threshold), bottom);
    for (int i = 0; i < rows.size(); i++) {
      drawRow(chart, rows.get(i), across, Chart.TOP + ROW * (i + 0.5));
    }
    return new Figure(name, chart.drawing(), caption);
  }

  private static void drawRow(Chart chart, Row row, Axis across, double y) {
    chart.text("", "end", LEFT - 10, y + 4.5, shorten(row.label()));
    row.interval()
        .ifPresent(
            ends -> chart.line("mb-interval", across.at(ends.low()), y, across.at(ends.high()), y));
    chart.circle(row.interval().isPresent() ? "mb-mean" : "mb-open", across.at(row.value()), y, 4);
  }

  private static String shorten(String label) {
    int points = label.codePointCount(0, label.length());
    return points <= LONGEST_LABEL
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "\u2026";
  }
}
