package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;

/** What each method of a leaderboard gains over another, seed by seed, to be explored. */
final class GainsData {

  private GainsData() {}

  /**
   * The plot.
   *
   * @param caption what its figure shows
   */
  static PlotData of(Leaderboard board, String caption) {
    List<Map<String, Object>> rows =
        board.gains().stream().flatMap(gain -> rows(gain).stream()).toList();
    double tolerance = board.gains().get(0).claim().tolerance().value();
    return new PlotData(PlotData.Kind.FOREST, caption + " Small circles: single super-net seeds.")
        .rows(rows)
        .group("against")
        .axes("gain of Kendall\u2019s tau-b", "")
        .line(tolerance, "tolerance " + Numbers.trimmed(tolerance))
        .filter("method", "Methods", distinct(rows, "method"))
        .filter("against", "Over", distinct(rows, "against"))
        .column("method", "Method")
        .column("against", "Over")
        .column("seed", "Seed")
        .column("shown", "Gain")
        .column("interval", "Interval")
        .column("seeds", "Seeds")
        .column("verdict", "Verdict");
  }

  private static List<Map<String, Object>> rows(Judgement gain) {
    Evidence evidence = gain.evidence().orElseThrow();
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Object> all = PlotRow.of(evidence.effect());
    all.put("verdict", gain.verdict().word());
    rows.add(all);
    evidence.perSeed().forEach((seed, value) -> rows.add(single(seed, value)));
    rows.forEach(
        row -> {
          row.put("method", gain.claim().method());
          row.put("against", gain.claim().metric().against());
          row.put("row", LeaderboardPage.name(gain));
        });
    return rows;
  }

  private static Map<String, Object> single(long seed, double value) {
    Map<String, Object> row = new TreeMap<>();
    row.put("seed", Long.toString(seed));
    row.put("value", PlotData.number(value));
    row.put("shown", Numbers.text(value, Phrases.SEED_DECIMALS));
    return row;
  }

  private static List<String> distinct(List<Map<String, Object>> rows, String column) {
    return rows.stream().map(row -> row.get(column).toString()).distinct().sorted().toList();
  }
}
