package magicbench.results.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.verdict.Estimate;
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
    chart.shape("polyline", "mb-line", line(stages, across, up));
    for (int i = 0; i < stages.size(); i++) {
      drawStage(chart, stages.get(i), across.at(i), up);
    }
    return chart.drawing();
  }

  /** Through the stages at which the effect is defined. */
  private static List<double[]> line(List<Stage> stages, Axis across, Axis up) {
    return IntStream.range(0, stages.size())
        .boxed()
        .flatMap(
            i ->
                stages.get(i).effect().stream()
                    .map(effect -> new double[] {across.at(i), up.at(effect.value())}))
        .toList();
  }

  private static void drawStage(Chart chart, Stage stage, double x, Axis up) {
    chart.text("mb-muted", "middle", x, BOTTOM + 19, label(stage));
    if (stage.effect().isEmpty()) {
      chart.text("mb-muted", "middle", x, BOTTOM - 8, "undefined");
    }
    stage.effect().ifPresent(effect -> drawEffect(chart, stage, effect, x, up));
  }

  private static void drawEffect(Chart chart, Stage stage, Estimate effect, double x, Axis up) {
    effect
        .interval()
        .ifPresent(ends -> chart.line("mb-interval", x, up.at(ends.low()), x, up.at(ends.high())));
    String mark = stage.trainedShare() == 0 ? "mb-open" : "mb-mean";
    chart.circle(mark, x, up.at(effect.value()), 5);
  }

  static String label(Stage stage) {
    return stage.trainedShare() == 0 ? "untrained" : Numbers.percent(stage.trainedShare());
  }

  private static DoubleStream extent(Stage stage) {
    return stage.effect().stream()
        .flatMapToDouble(
            effect ->
                DoubleStream.concat(
                    DoubleStream.of(effect.value()),
                    effect.interval().stream()
                        .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))));
  }
}
