package magicbench.results.report;

import java.util.List;
import magicbench.results.verdict.Standing;

/** One method's super-net scores against stand-alone truth, a circle each child model. */
final class ScoreScatterPlot {

  private static final int HEIGHT = 330;
  private static final int LEFT = 66;
  private static final int BOTTOM = HEIGHT - 50;

  private ScoreScatterPlot() {}

  static Figure draw(Standing standing, boolean isLoss) {
    String caption =
        "%s: mean super-net score over seeds at the last evaluation against stand-alone %s, one circle a child model. Both axes: %s."
            .formatted(
                standing.method(),
                isLoss ? "loss" : "score",
                isLoss ? "held-out loss in nats, low is good" : "score");
    List<Standing.Point> points = standing.points();
    Axis across =
        Axis.covering(points.stream().mapToDouble(Standing.Point::truth), LEFT, Chart.RIGHT);
    Axis up = Axis.covering(points.stream().mapToDouble(Standing.Point::score), BOTTOM, Chart.TOP);
    String name = "scatter-" + standing.method();
    Chart chart =
        new Chart(name, "Scores of " + standing.method(), "circle: a child model", caption, HEIGHT)
            .leftAxis(up, LEFT, isLoss ? "super-net loss (nats)" : "super-net score")
            .bottomAxis(
                across,
                BOTTOM,
                across.ticks(6),
                isLoss ? "stand-alone loss (nats)" : "stand-alone score");
    points.forEach(
        point -> chart.circle("mb-mean", across.at(point.truth()), up.at(point.score()), 4));
    return new Figure(name, chart.drawing(), caption);
  }
}
