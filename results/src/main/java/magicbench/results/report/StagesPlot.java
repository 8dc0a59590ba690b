package magicbench.results.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Stage;

/** The effect along training, the untrained super-net first. */
public final class StagesPlot {

  private static final int HEIGHT = 310;
  private static final int LEFT = 66;
  private static final int BOTTOM = HEIGHT - 50;

  private StagesPlot() {}

  /**
   * Draws the effect at each stage of training.
   *
   * @param claim the claim: its tolerance is marked
   * @param evidence what its verdict rests on
   * @return an SVG document, the same bytes for equal input
   */
  public static String svg(Claim claim, Evidence evidence) {
    return draw(claim, evidence).svg().render();
  }

  static Figure draw(Claim claim, Evidence evidence) {
    String caption =
        "The effect along training with its interval at each stage; stages are equally spaced."
            + " Open circle: untrained. Dashed: the tolerance, on the claimed side of zero.";
    return new Figure("stages", chart(claim, evidence.stages(), caption), caption);
  }

  private static Tag chart(Claim claim, List<Stage> stages, String caption) {
    double threshold = ForestPlot.threshold(claim);
    DoubleStream effects = stages.stream().flatMapToDouble(StagesPlot::extent);
    Axis up =
        Axis.covering(
            DoubleStream.concat(DoubleStream.of(0, threshold), effects), BOTTOM, Chart.TOP);
    String key = "circle: effect \u00b7 bar: interval \u00b7 dashed: tolerance";
    Chart chart =
        new Chart("stages", "Effect along training", key, claim.title() + ". " + caption, HEIGHT)
            .leftAxis(up, LEFT, claim.tolerance().unit())
            .line("mb-axis", LEFT, up.at(0), Chart.RIGHT, up.at(0))
            .line("mb-tolerance", LEFT, up.at(threshold), Chart.RIGHT, up.at(threshold))
            .text("", "middle", (LEFT + Chart.RIGHT) / 2.0, BOTTOM + 38, "share of training");
    Axis across = new Axis(-0.5, stages.size() - 0.5, LEFT, Chart.RIGHT);
    chart.shape(
        "polyline",
        "mb-line",
        IntStream.range(0, stages.size())
            .mapToObj(i -> new double[] {across.at(i), up.at(stages.get(i).effect().value())})
            .toList());
    for (int i = 0; i < stages.size(); i++) {
      drawStage(chart, stages.get(i), across.at(i), up);
    }
    return chart.drawing();
  }

  private static void drawStage(Chart chart, Stage stage, double x, Axis up) {
    Interval interval = stage.effect().interval();
    boolean isUntrained = stage.trainedShare() == 0;
    chart
        .line("mb-interval", x, up.at(interval.low()), x, up.at(interval.high()))
        .circle(isUntrained ? "mb-open" : "mb-mean", x, up.at(stage.effect().value()), 5)
        .text("mb-muted", "middle", x, BOTTOM + 19, label(stage));
  }

  static String label(Stage stage) {
    return stage.trainedShare() == 0 ? "untrained" : Numbers.percent(stage.trainedShare());
  }

  private static DoubleStream extent(Stage stage) {
    Interval interval = stage.effect().interval();
    return DoubleStream.of(stage.effect().value(), interval.low(), interval.high());
  }
}
