package magicbench.results.history;

import java.util.List;
import java.util.Optional;
import magicbench.results.stats.Interval;
import magicbench.results.stats.NewObservation;
import magicbench.results.stats.Summary;

/** A run's throughput against that of earlier runs on such a machine, as ratios. */
final class ThroughputShift {

  private static final double CONFIDENCE = 0.95;

  private ThroughputShift() {}

  /** The share gained, with its own p-value, not yet adjusted, nor decided. */
  static Shift of(Rules rules, List<HistoryEntry> window, HistoryEntry now) {
    double[] before =
        window.stream()
            .filter(entry -> entry.cost().machine().equals(now.cost().machine()))
            .flatMap(entry -> entry.cost().trialsPerCpuHour().stream())
            .mapToDouble(Math::log)
            .toArray();
    Optional<Double> after = now.cost().trialsPerCpuHour();
    if (now.cost().machine().isEmpty() || after.isEmpty() || before.length < rules.fewestRuns()) {
      return Shift.unwatched(
          now.claim(),
          Shift.What.THROUGHPUT,
          before.length,
          "fewer than " + rules.fewestRuns() + " earlier runs on such a machine");
    }
    NewObservation test = NewObservation.of(before, Math.log(after.get()), CONFIDENCE);
    return new Shift(
        now.claim(),
        Shift.What.THROUGHPUT,
        Shift.Kind.SAME,
        before.length,
        Optional.of(Math.exp(Summary.mean(before))),
        after,
        Optional.of(Math.expm1(test.difference())),
        Optional.of(
            new Interval(
                Math.expm1(test.interval().low()), Math.expm1(test.interval().high()), CONFIDENCE)),
        Optional.of(test.pValue()),
        Optional.of(rules.leastSlowdown() / (1 + rules.leastSlowdown())),
        "one run against " + before.length);
  }
}
