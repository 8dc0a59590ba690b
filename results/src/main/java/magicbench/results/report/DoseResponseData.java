package magicbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.DoseResponse;
import magicbench.results.verdict.DoseResponse.Level;

/** Raw rows and the means at each level, to be explored. */
final class DoseResponseData {

  private static final double SPREAD = 0.5;

  private DoseResponseData() {}

  /**
   * The plot.
   *
   * @param curve the means
   * @param shown the raw rows that the drawing shows
   * @param isCounted whether the cause is a count, so that rows need some room beside each other
   * @param caption what its figure shows
   */
  static PlotData of(
      DoseResponse curve, List<Observation> shown, boolean isCounted, String caption) {
    String cause = Words.axis(curve.cause());
    String outcome = Words.axis(curve.outcome());
    PlotData plot =
        new PlotData(PlotData.Kind.DOSE_RESPONSE, caption)
            .means(curve.levels().stream().map(DoseResponseData::mean).toList())
            .axes(cause, outcome)
            .column("trial", "Trial")
            .column("method", "Method")
            .column("seed", "Seed")
            .column("cause", Words.heading(cause))
            .column("outcome", Words.heading(outcome))
            .column("shown", "Mean")
            .column("interval", "Interval")
            .column("observations", "Rows");
    if (shown.isEmpty()) {
      return plot;
    }
    List<Map<String, Object>> rows = byTrial(shown, isCounted);
    return plot.rows(rows)
        .group("seed")
        .filter("seed", "Seeds", distinct(shown, Observation::seed))
        .filter("method", "Methods", distinct(shown, Observation::method));
  }

  private static List<String> distinct(
      List<Observation> shown, Function<Observation, String> field) {
    return shown.stream().map(field).distinct().sorted().toList();
  }

  /** A row's columns as lists, a row a trial: its name stands once. */
  private static List<Map<String, Object>> byTrial(List<Observation> shown, boolean isCounted) {
    Map<String, List<Observation>> byTrial = new LinkedHashMap<>();
    shown.forEach(row -> byTrial.computeIfAbsent(row.trial(), trial -> new ArrayList<>()).add(row));
    List<Map<String, Object>> rows = new ArrayList<>();
    byTrial.forEach(
        (trial, own) -> {
          Map<String, Object> row = new TreeMap<>();
          row.put("trial", trial);
          row.put("method", own.get(0).method());
          row.put("seed", own.get(0).seed());
          row.put("cause", own.stream().map(Observation::cause).toList());
          row.put("outcome", own.stream().map(Observation::outcome).toList());
          row.put("spread", isCounted ? SPREAD : 0);
          rows.add(row);
        });
    return rows;
  }

  private static Map<String, Object> mean(Level level) {
    int decimals = Phrases.decimals(level.mean(), level.interval());
    Map<String, Object> row = new TreeMap<>();
    row.put("at", PlotData.number(level.cause()));
    row.put("cause", Numbers.trimmed(level.cause()));
    row.put("value", PlotData.number(level.mean()));
    row.put("shown", Numbers.text(level.mean(), decimals));
    row.put("low", PlotData.number(level.interval().map(Interval::low).orElse(level.mean())));
    row.put("high", PlotData.number(level.interval().map(Interval::high).orElse(level.mean())));
    row.put("interval", Phrases.intervalText(level.interval(), decimals));
    row.put("observations", Integer.toString(level.observations()));
    return row;
  }
}
