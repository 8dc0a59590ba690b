package magicbench.results.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.DoseResponse.Level;
import magicbench.results.verdict.Evidence;

/**
 * Raw rows as dots, the mean over super-net seeds at each level as a line, its interval as a band.
 */
public final class DoseResponsePlot {

  private static final int MOST_DOTS = 1500;
  private static final int HEIGHT = 350;
  private static final int LEFT = 66;
  private static final int BOTTOM = HEIGHT - 50;
  private static final double NUDGE = 0.5;

  private final List<Observation> all;
  private final List<Observation> shown;
  private final List<Level> levels;
  private final boolean isCounted;
  private final Axis across;
  private final Axis up;

  private DoseResponsePlot(Claim claim, Evidence evidence, Collection<RunRecord> records) {
    all = hasNoRows(claim) ? List.of() : Observation.of(claim.metric(), records);
    shown = Observation.thin(all, MOST_DOTS);
    levels = evidence.curve().levels();
    isCounted =
        Stream.concat(levels.stream().map(Level::cause), all.stream().map(Observation::cause))
            .allMatch(cause -> cause == Math.rint(cause));
    across =
        Axis.covering(
            DoubleStream.concat(
                levels.stream().mapToDouble(Level::cause),
                shown.stream().mapToDouble(row -> row.cause() + nudge(row))),
            LEFT,
            Chart.RIGHT);
    up =
        Axis.covering(
            DoubleStream.concat(
                levels.stream().flatMapToDouble(DoseResponsePlot::extent),
                shown.stream().mapToDouble(Observation::outcome)),
            BOTTOM,
            Chart.TOP);
  }

  /**
   * Draws the dose-response curve at the decisive stage.
   *
   * @param claim the claim: its metric names the rows
   * @param evidence what its verdict rests on
   * @param records the records to take raw rows from; at most 1,500 rows are drawn
   * @return an SVG document, the same bytes for equal input
   */
  public static String svg(Claim claim, Evidence evidence, Collection<RunRecord> records) {
    return draw(claim, evidence, records).svg().render();
  }

  static Figure draw(Claim claim, Evidence evidence, Collection<RunRecord> records) {
    DoseResponsePlot plot = new DoseResponsePlot(claim, evidence, records);
    String caption = plot.caption(claim, evidence);
    return new Figure("dose-response", plot.chart(claim, evidence, caption), caption);
  }

  /** The same for who wants to explore it: the raw rows that are drawn, and the means. */
  static PlotData explored(Claim claim, Evidence evidence, Collection<RunRecord> records) {
    DoseResponsePlot plot = new DoseResponsePlot(claim, evidence, records);
    return DoseResponseData.of(
        evidence.curve(), plot.shown, plot.isCounted, plot.caption(claim, evidence));
  }

  /** A gain is a difference of two runs, a level one number a run: no raw row shows them. */
  private static boolean hasNoRows(Claim claim) {
    return !claim.metric().against().isEmpty() || claim.metric().statesLevel();
  }

  private String caption(Claim claim, Evidence evidence) {
    if (hasNoRows(claim)) {
      return "%s by %s after %s of training. Line: mean over super-net seeds. Band: its interval."
          .formatted(
              Words.heading(Words.phrase(evidence.curve().outcome())),
              Words.phrase(evidence.curve().cause()),
              Numbers.percent(claim.metric().trainedShare()));
    }
    String dots =
        shown.size() < all.size()
            ? "%d of %d raw rows, chosen by hash".formatted(shown.size(), all.size())
            : "%d raw rows".formatted(all.size());
    return "%s against %s after %s of training. Dots: %s%s. Line: mean over super-net seeds. Band: its interval.%s"
        .formatted(
            Words.heading(Words.phrase(evidence.curve().outcome())),
            Words.phrase(evidence.curve().cause()),
            Numbers.percent(claim.metric().trainedShare()),
            dots,
            isCounted ? ", nudged sideways so that they don\u2019t hide each other" : "",
            claim.metric().heldFixed().isEmpty()
                ? ""
                : " The curve holds nothing fixed; the effect does.");
  }

  private Tag chart(Claim claim, Evidence evidence, String caption) {
    String title = "Dose and response";
    String key = "dots: raw rows \u00b7 line: mean over seeds \u00b7 band: its interval";
    Chart chart =
        new Chart("dose-response", title, key, claim.title() + ". " + caption, HEIGHT)
            .leftAxis(up, LEFT, Words.axis(evidence.curve().outcome()))
            .bottomAxis(across, BOTTOM, ticks(), Words.axis(evidence.curve().cause()));
    Tag dots = Tag.of("g").with("class", "mb-dots");
    shown.forEach(
        row -> dots.add(Chart.dot(across.at(row.cause() + nudge(row)), up.at(row.outcome()), 1.8)));
    chart.add(dots);
    drawMeans(chart);
    return chart.drawing();
  }

  private void drawMeans(Chart chart) {
    List<double[]> band = new ArrayList<>();
    levels.forEach(level -> band.add(corner(level, high(level))));
    for (int i = levels.size() - 1; i >= 0; i--) {
      band.add(corner(levels.get(i), low(levels.get(i))));
    }
    chart.shape("polygon", "mb-band", band);
    chart.shape(
        "polyline", "mb-line", levels.stream().map(level -> corner(level, level.mean())).toList());
    for (Level level : levels) {
      double x = across.at(level.cause());
      chart.line("mb-interval", x, up.at(low(level)), x, up.at(high(level)));
      chart.circle("mb-mean", x, up.at(level.mean()), 4);
    }
  }

  private Ticks ticks() {
    boolean isMarkedByLevel = isCounted && levels.size() <= 12;
    return isMarkedByLevel
        ? new Ticks(levels.stream().map(Level::cause).toList(), 0)
        : across.ticks(6);
  }

  private double nudge(Observation row) {
    return isCounted ? row.nudge() * NUDGE : 0;
  }

  private double[] corner(Level level, double outcome) {
    return new double[] {across.at(level.cause()), up.at(outcome)};
  }

  private static DoubleStream extent(Level level) {
    return DoubleStream.of(level.mean(), low(level), high(level));
  }

  /** Without an interval the band narrows to the mean. */
  private static double low(Level level) {
    return level.interval().map(Interval::low).orElse(level.mean());
  }

  private static double high(Level level) {
    return level.interval().map(Interval::high).orElse(level.mean());
  }
}
