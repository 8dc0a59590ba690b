package magicbench.results.report;

import java.util.regex.Pattern;
import magicbench.results.verdict.StudyCurve;

/** What moving one setting of a method does: its gain at each value, with its interval. */
final class StudyPlot {

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private StudyPlot() {}

  static Figure draw(StudyCurve study, double tolerance) {
    String name = "study-" + study.name();
    String caption =
        "%s: gain of Kendall\u2019s tau-b, paired by super-net seed, with its interval; values are equally spaced. Dashed: the tolerance of the claims."
            .formatted(study.title());
    StepsPlot.Legend legend =
        new StepsPlot.Legend(
            name,
            study.title(),
            "circle: gain \u00b7 bar: interval \u00b7 dashed: tolerance",
            caption,
            "gain of Kendall\u2019s tau-b",
            study.setting(),
            tolerance,
            study.points().stream().allMatch(point -> NUMBER.matcher(point.value()).matches()));
    return new Figure(
        name,
        StepsPlot.draw(
            legend,
            study.points().stream()
                .map(point -> new StepsPlot.Step(point.value(), point.gain(), "mb-mean", "not run"))
                .toList()),
        caption);
  }
}
