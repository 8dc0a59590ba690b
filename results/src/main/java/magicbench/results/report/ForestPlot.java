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
  private static final int LONGEST_LABEL = 26;
  private static final int LABEL_STEP = 8;
  private static final int LABEL_GAP = 10;
  private static final int TICKS = 5;
  private static final int FEW_TICKS = 3;

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

  /**
   * Where the tolerance stands on the effect's own axis: on the claimed side of zero, or below it
   * where zero is the paper's value.
   */
  static double threshold(Claim claim) {
    double tolerance = claim.tolerance().value();
    return claim.metric().statesLevel() ? -tolerance : claim.direction().sign() * tolerance;
  }

  /**
   * How a plot is to be read.
   *
   * @param name of the figure
   * @param title above it
   * @param key what circle, bar and dashes are
   * @param unit below the axis
   * @param marked where the dashed line stands; empty for none
   */
  record Legend(String name, String title, String key, String unit, Optional<Double> marked) {}

  /** Draws rows of a claim's effects, with the tolerance marked. */
  static Figure draw(Claim claim, String name, String title, List<Row> rows, String caption) {
    Legend legend =
        new Legend(
            name,
            title,
            "circle: effect \u00b7 bar: interval \u00b7 dashed: tolerance",
            claim.tolerance().unit(),
            Optional.of(threshold(claim)));
    return draw(legend, claim.title() + ". " + caption, rows, caption);
  }

  /** Draws rows. */
  static Figure draw(Legend legend, List<Row> rows, String caption) {
    return draw(legend, caption, rows, caption);
  }

  private static Figure draw(Legend legend, String description, List<Row> rows, String caption) {
    int bottom = Chart.TOP + ROW * rows.size();
    int left = left(rows);
    Axis across =
        Axis.covering(
            DoubleStream.concat(
                DoubleStream.concat(
                    DoubleStream.of(0), legend.marked().stream().mapToDouble(x -> x)),
                rows.stream().flatMapToDouble(Row::extent)),
            left,
            Chart.RIGHT);
    Chart chart =
        new Chart(legend.name(), legend.title(), legend.key(), description, bottom + 50)
            .bottomAxis(
                across, bottom, across.ticks(left > LEFT ? FEW_TICKS : TICKS), legend.unit())
            .line("mb-axis", across.at(0), Chart.TOP, across.at(0), bottom);
    legend
        .marked()
        .ifPresent(x -> chart.line("mb-tolerance", across.at(x), Chart.TOP, across.at(x), bottom));
    for (int i = 0; i < rows.size(); i++) {
      drawRow(chart, rows.get(i), across, Chart.TOP + ROW * (i + 0.5));
    }
    return new Figure(legend.name(), chart.drawing(), caption);
  }

  /** Room for the labels: more where one is longer than most. */
  private static int left(List<Row> rows) {
    int longest = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
    return Math.max(LEFT, Math.min(longest, LONGEST_LABEL) * LABEL_STEP + LABEL_GAP);
  }

  private static void drawRow(Chart chart, Row row, Axis across, double y) {
    chart.text("", "end", across.start() - LABEL_GAP, y + 4.5, shorten(row.label()));
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
