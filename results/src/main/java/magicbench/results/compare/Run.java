package magicbench.results.compare;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Verdicts;

/**
 * One side of a comparison: records, and what follows from them.
 *
 * @param name what readers know it by: its folder
 * @param verdicts what the records say
 * @param records by trial id
 */
public record Run(String name, Verdicts verdicts, SortedMap<String, RunRecord> records) {

  /** Keeps an immutable copy. */
  public Run {
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
  }

  /**
   * A side.
   *
   * @param name what readers know it by: its folder
   * @param verdicts what the records say
   * @param records of different trials
   * @return the side
   */
  public static Run of(String name, Verdicts verdicts, Collection<RunRecord> records) {
    SortedMap<String, RunRecord> byId = new TreeMap<>();
    records.forEach(record -> byId.put(record.trial().id(), record));
    return new Run(name, verdicts, byId);
  }

  /** The scale's name. */
  String scale() {
    return verdicts.scale();
  }
}
