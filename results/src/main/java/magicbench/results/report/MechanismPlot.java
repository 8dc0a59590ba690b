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
  private static final double LABEL_RISE = 4.5;

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
    List<Labels.Circle> means = new ArrayList<>();
    byMethod.forEach((method, own) -> means.add(mean(method, own, across, up)));
    means.forEach(mean -> chart.circle("mb-mean", mean.x(), mean.y(), 6));
    new Labels(LEFT, Chart.RIGHT, Chart.TOP, BOTTOM - LABEL_RISE)
        .of(means)
        .forEach(name -> chart.text("", name.anchor(), name.x(), name.y(), name.text()));
    return new Figure(NAME, chart.drawing(), caption);
  }

  private static Labels.Circle mean(String method, List<Mechanism.Run> runs, Axis across, Axis up) {
    return new Labels.Circle(
        method,
        across.at(mean(runs.stream().mapToDouble(Mechanism.Run::cosine).toArray())),
        up.at(mean(runs.stream().mapToDouble(Mechanism.Run::agreement).toArray())));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
