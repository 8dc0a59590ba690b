package magicbench.results.report;

import java.util.Map;
import java.util.TreeMap;
import magicbench.results.verdict.Estimate;

/** An estimate as a row of a plot: its exact numbers, and the texts that the tables show. */
final class PlotRow {

  private PlotRow() {}

  /**
   * The columns {@code value}, {@code low} and {@code high}, null where they are unknown, and
   * {@code shown}, {@code interval} and {@code seeds} as texts.
   *
   * @return sorted by column; more may be added
   */
  static Map<String, Object> of(Estimate estimate) {
    Map<String, Object> row = new TreeMap<>();
    row.put("value", PlotData.number(estimate.value()));
    row.put("low", estimate.interval().map(ends -> PlotData.number(ends.low())).orElse(null));
    row.put("high", estimate.interval().map(ends -> PlotData.number(ends.high())).orElse(null));
    row.put("shown", Phrases.valueText(estimate));
    row.put("interval", Phrases.intervalText(estimate));
    row.put("seeds", Integer.toString(estimate.seeds()));
    return row;
  }
}
