package magicbench.results.report;

import java.util.List;
import java.util.stream.DoubleStream;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;

/** What each claim says one method gains over another, paired by seed. */
final class GainsPlot {

  private static final int ROW = 26;
  private static final int LEFT = 190;

  private GainsPlot() {}

  static Figure draw(Leaderboard board) {
    String caption =
        "Gain of Kendall\u2019s tau-b of one method over another, paired by super-net seed, with"
            + " the interval that decides. Dashed: the tolerance, the smallest gain that counts.";
    List<Judgement> gains = board.gains();
    double tolerance = gains.get(0).claim().tolerance().value();
    int bottom = Chart.TOP + ROW * gains.size();
    Axis across =
        Axis.covering(
            DoubleStream.concat(
                DoubleStream.of(0, tolerance),
                gains.stream().flatMapToDouble(gain -> extent(effect(gain)))),
            LEFT,
            Chart.RIGHT);
    Chart chart =
        new Chart(
                "gains",
                "Gains, paired by seed",
                "circle: gain \u00b7 bar: interval \u00b7 dashed: tolerance",
                caption,
                bottom + 50)
            .bottomAxis(across, bottom, across.ticks(5), "gain of Kendall\u2019s tau-b")
            .line("mb-axis", across.at(0), Chart.TOP, across.at(0), bottom)
            .line("mb-tolerance", across.at(tolerance), Chart.TOP, across.at(tolerance), bottom);
    for (int i = 0; i < gains.size(); i++) {
      drawRow(chart, gains.get(i), across, Chart.TOP + ROW * (i + 0.5));
    }
    return new Figure("gains", chart.drawing(), caption);
  }

  static String name(Judgement gain) {
    return gain.claim().method() + " over " + gain.claim().metric().against();
  }

  private static Estimate effect(Judgement gain) {
    return gain.evidence().map(Evidence::effect).orElseThrow();
  }

  private static void drawRow(Chart chart, Judgement gain, Axis across, double y) {
    Estimate effect = effect(gain);
    chart.text("", "end", LEFT - 10, y + 4.5, name(gain));
    effect
        .interval()
        .ifPresent(
            ends -> chart.line("mb-interval", across.at(ends.low()), y, across.at(ends.high()), y));
    chart.circle("mb-mean", across.at(effect.value()), y, 4.5);
  }

  private static DoubleStream extent(Estimate estimate) {
    return DoubleStream.concat(
        DoubleStream.of(estimate.value()),
        estimate.interval().stream()
            .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())));
  }
}
