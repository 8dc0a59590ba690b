package magicbench.results.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import magicbench.results.stats.ChangePoint;
import magicbench.results.stats.Holm;
import magicbench.results.stats.Summary;

/**
 * A lasting change of a claim's effect that no single run need show.
 *
 * @param claim the claim's id
 * @param runs how many runs of one design there are
 * @param since the commit of the first run after the likeliest change
 * @param before the mean effect before it
 * @param after the mean effect from there on
 * @param adjustedPValue Pettitt's test by random orders, after Holm's correction over the claims
 */
public record Drift(
    String claim, int runs, String since, double before, double after, double adjustedPValue) {

  private static final int ORDERS = 9_999;

  /**
   * Looks for the likeliest change in every series that is long enough.
   *
   * @param rules say how long; the level is the reader's to apply
   * @param history oldest first; of each claim the runs of its latest design count
   * @return one for each such claim, by id
   */
  public static List<Drift> of(Rules rules, List<HistoryEntry> history) {
    Map<String, HistoryEntry> latest = new TreeMap<>();
    history.forEach(entry -> latest.put(entry.claim(), entry));
    List<Drift> found =
        latest.values().stream()
            .map(
                last ->
                    history.stream()
                        .filter(entry -> entry.isComparableWith(last))
                        .filter(entry -> entry.effect().isPresent())
                        .toList())
            .filter(series -> series.size() >= Math.max(2, rules.fewestRuns()))
            .map(Drift::of)
            .toList();
    double[] adjusted = Holm.adjust(found.stream().mapToDouble(Drift::adjustedPValue).toArray());
    return IntStream.range(0, found.size())
        .mapToObj(i -> found.get(i).adjusted(adjusted[i]))
        .toList();
  }

  private static Drift of(List<HistoryEntry> series) {
    double[] effects = series.stream().mapToDouble(entry -> entry.effect().orElseThrow()).toArray();
    String claim = series.get(0).claim();
    ChangePoint change = ChangePoint.find(effects, new Seeds(0).stream("drift/" + claim), ORDERS);
    return new Drift(
        claim,
        effects.length,
        series.get(change.before()).commit(),
        Summary.mean(Arrays.copyOf(effects, change.before())),
        Summary.mean(Arrays.copyOfRange(effects, change.before(), effects.length)),
        change.pValue());
  }

  private Drift adjusted(double pValue) {
    return new Drift(claim, runs, since, before, after, pValue);
  }
}
