package magicbench.results.report;

import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Standing;

/** Every method's agreement with the truth, with its interval, and the noise ceiling. */
final class AgreementPlot {

  private static final int ROW = 26;
  private static final int LEFT = 130;

  private AgreementPlot() {}

  static Figure draw(Leaderboard board) {
    String caption =
        "Kendall\u2019s tau-b of super-net scores with stand-alone truth, mean over last"
            + " evaluations and seeds, with its interval. Dashed: the noise ceiling, what one"
            + " training of the truth agrees with another.";
    int bottom = Chart.TOP + ROW * board.standings().size();
    Axis across =
        Axis.covering(
            DoubleStream.concat(
                DoubleStream.of(0),
                Stream.concat(
                        board.standings().stream().flatMap(each -> each.agreement().stream()),
                        board.ceiling().stream())
                    .flatMapToDouble(AgreementPlot::extent)),
            LEFT,
            Chart.RIGHT);
    Chart chart =
        new Chart(
                "agreement",
                "Agreement with the truth",
                "circle: mean over seeds \u00b7 bar: interval \u00b7 dashed: ceiling",
                caption,
                bottom + 50)
            .bottomAxis(across, bottom, across.ticks(5), "Kendall\u2019s tau-b")
            .line("mb-axis", across.at(0), Chart.TOP, across.at(0), bottom);
    board
        .ceiling()
        .map(Estimate::value)
        .ifPresent(
            top -> chart.line("mb-tolerance", across.at(top), Chart.TOP, across.at(top), bottom));
    for (int i = 0; i < board.standings().size(); i++) {
      drawRow(chart, board.standings().get(i), across, Chart.TOP + ROW * (i + 0.5));
    }
    return new Figure("agreement", chart.drawing(), caption);
  }

  private static void drawRow(Chart chart, Standing standing, Axis across, double y) {
    chart.text("", "end", LEFT - 10, y + 4.5, standing.method());
    standing
        .agreement()
        .ifPresent(
            found -> {
              found
                  .interval()
                  .ifPresent(
                      ends ->
                          chart.line(
                              "mb-interval", across.at(ends.low()), y, across.at(ends.high()), y));
              chart.circle("mb-mean", across.at(found.value()), y, 4.5);
            });
  }

  private static DoubleStream extent(Estimate estimate) {
    Optional<Interval> interval = estimate.interval();
    return DoubleStream.concat(
        DoubleStream.of(estimate.value()),
        interval.stream().flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())));
  }
}
