package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.file.Hashes;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.HistoryEntry;
import magicbench.results.history.Rules;
import magicbench.results.stats.Interval;

/** A hand-made history of one run, and rates of alarms. */
final class History {

  static final String CLAIM = "interference.grows-with-differences";

  private static final Interval INTERVAL = new Interval(0.001, 0.004, 0.95);

  private History() {}

  static SiteHistory remembered() {
    return new SiteHistory(Optional.of(rates()), List.of(entry("laptop"), entry("alarms")));
  }

  private static HistoryEntry entry(String scale) {
    return new HistoryEntry(
        HistoryEntry.SCHEMA_VERSION,
        CLAIM,
        1,
        scale,
        "cpu",
        Hashes.sha256(new byte[0]),
        "abcdef0123456789",
        Optional.of("2026-01-31"),
        "REPRODUCED",
        Optional.of(0.25),
        Optional.of(new Interval(0.125, 0.375, 0.95)),
        new TreeMap<>(),
        new HistoryEntry.Cost(Optional.empty(), 8, Optional.of(80.0), Optional.empty()));
  }

  private static AlarmRates rates() {
    return new AlarmRates(
        AlarmRates.SCHEMA_VERSION,
        "alarms",
        "cpu",
        List.of("abc"),
        Hashes.sha256(new byte[0]),
        77,
        Rules.OF_GATE,
        List.of(new AlarmRates.Alarms(20, 2000, 0.05, 0.0025, INTERVAL)),
        List.of(new AlarmRates.Power(CLAIM, 20, 2, 0.5, 2000, 0.9)));
  }
}
