package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.Json;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.HistoryEntry;
import magicbench.results.verdict.Judgement;

/**
 * What a report tells of earlier runs.
 *
 * @param alarmRates how often the gate sounds; empty where nobody measured it
 * @param entries what earlier runs found, of any scale, oldest first
 */
public record SiteHistory(Optional<AlarmRates> alarmRates, List<HistoryEntry> entries) {

  /** Keeps an immutable copy. */
  public SiteHistory {
    entries = List.copyOf(entries);
  }

  /**
   * Nothing is remembered.
   *
   * @return no rates and no runs
   */
  public static SiteHistory none() {
    return new SiteHistory(Optional.empty(), List.of());
  }

  /** All of them by scale, as lines of a file. */
  SortedMap<String, String> lines() {
    SortedMap<String, String> lines = new TreeMap<>();
    entries.forEach(
        entry -> lines.merge(entry.scale(), Json.canonical(entry) + "\n", String::concat));
    return lines;
  }

  /** Earlier runs of a judged claim at its scale and on its device. */
  List<HistoryEntry> of(Judgement judgement) {
    return entries.stream()
        .filter(entry -> entry.claim().equals(judgement.claim().id()))
        .filter(entry -> entry.scale().equals(judgement.scale()))
        .filter(entry -> entry.device().equals(judgement.device()))
        .toList();
  }
}
