package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Standing;

/** A leaderboard's agreements with the truth, to be explored. */
final class AgreementData {

  private AgreementData() {}

  /**
   * The plot.
   *
   * @param caption what its figure shows
   */
  static PlotData of(Leaderboard board, String caption) {
    List<Map<String, Object>> rows = rows(board);
    PlotData plot =
        new PlotData(PlotData.Kind.FOREST, caption)
            .rows(rows)
            .axes("Kendall\u2019s tau-b", "")
            .filter("row", "Methods", rows.stream().map(row -> row.get("row").toString()).toList())
            .column("row", "Method")
            .column("shown", "Kendall\u2019s tau-b")
            .column("interval", "Interval")
            .column("seeds", "Seeds");
    board
        .ceiling()
        .filter(ceiling -> Double.isFinite(ceiling.value()))
        .ifPresent(
            ceiling -> plot.line(ceiling.value(), "noise ceiling " + Phrases.valueText(ceiling)));
    return plot;
  }

  private static List<Map<String, Object>> rows(Leaderboard board) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Standing standing : board.standings()) {
      standing
          .agreement()
          .ifPresent(
              found -> {
                Map<String, Object> row = PlotRow.of(found);
                row.put("row", standing.method());
                rows.add(row);
              });
    }
    return rows;
  }
}
