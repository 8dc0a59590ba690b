package magicbench.results.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.stats.PairedT;
import magicbench.results.stats.SeedsBeforeAfter;
import magicbench.results.stats.Summary;
import magicbench.results.stats.Welch;

/**
 * A run's effect against those of earlier runs.
 *
 * <p>Runs of one seed are one observation, however often it was run: the same seed trained again by
 * the same code gives the same number. Seeds that both sides have are compared with themselves.
 */
final class EffectShift {

  private static final double CONFIDENCE = 0.95;

  private final Rules rules;
  private final List<HistoryEntry> window;
  private final HistoryEntry now;

  private EffectShift(Rules rules, List<HistoryEntry> window, HistoryEntry now) {
    this.rules = rules;
    this.window = window;
    this.now = now;
  }

  /**
   * Compares.
   *
   * @param tolerance the claim's
   * @return the difference with its own p-value, not yet adjusted, nor decided
   */
  static Shift of(Rules rules, List<HistoryEntry> window, HistoryEntry now, double tolerance) {
    return new EffectShift(rules, window, now).shift(tolerance);
  }

  private Shift shift(double tolerance) {
    SortedMap<Long, Double> earlier = meansOfSeeds();
    if (earlier.size() < rules.fewestSeeds() || now.perSeed().size() < rules.fewestSeeds()) {
      return Shift.unwatched(
          now.claim(),
          Shift.What.EFFECT,
          window.size(),
          window.isEmpty()
              ? "no earlier run of this design"
              : "fewer than " + rules.fewestSeeds() + " seeds");
    }
    SeedsBeforeAfter seeds = new SeedsBeforeAfter(earlier, now.perSeed());
    int common = seeds.common().size();
    boolean paired = common >= rules.fewestSeeds();
    PairedT test = paired ? seeds.paired(CONFIDENCE) : unpaired(seeds);
    double spread = Summary.standardDeviation(seeds.valuesBefore());
    return new Shift(
        now.claim(),
        Shift.What.EFFECT,
        Shift.Kind.SAME,
        window.size(),
        Optional.of(Summary.mean(seeds.valuesBefore())),
        Optional.of(Summary.mean(seeds.valuesAfter())),
        Optional.of(test.difference()),
        Optional.of(test.interval()),
        Optional.of(test.pValue()),
        Optional.of(Math.max(rules.leastSpreads() * spread, rules.leastTolerances() * tolerance)),
        paired ? common + " seeds, each against itself" : "seeds against other seeds");
  }

  /** Seeds against other seeds, in the form of the paired test. */
  private static PairedT unpaired(SeedsBeforeAfter seeds) {
    if (!seeds.tellsSpread()) {
      return PairedT.of(new double[] {seeds.meanMoved(), seeds.meanMoved()}, CONFIDENCE);
    }
    Welch welch = seeds.welch(CONFIDENCE);
    return new PairedT(welch.difference(), welch.interval(), welch.test().pValue());
  }

  private SortedMap<Long, Double> meansOfSeeds() {
    SortedMap<Long, List<Double>> all = new TreeMap<>();
    window.forEach(
        entry ->
            entry
                .perSeed()
                .forEach(
                    (seed, value) -> all.computeIfAbsent(seed, s -> new ArrayList<>()).add(value)));
    SortedMap<Long, Double> means = new TreeMap<>(Comparator.naturalOrder());
    all.forEach(
        (seed, values) ->
            means.put(
                seed, Summary.mean(values.stream().mapToDouble(Double::doubleValue).toArray())));
    return means;
  }
}
