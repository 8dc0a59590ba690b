package magicbench.harness.experiment;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.Curve;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.Table;

/**
 * What an experiment measured; the executor makes a record of it.
 *
 * @param outcome how it ended
 * @param note one line on an outcome that needs it; empty otherwise
 * @param metrics single numbers by name; null means unknown
 * @param curves numbers along training by name
 * @param tables raw observations by name
 * @param data the files that it was made from
 */
public record TrialResult(
    Outcome outcome,
    String note,
    SortedMap<String, Double> metrics,
    SortedMap<String, Curve> curves,
    SortedMap<String, Table> tables,
    List<Provenance.DataFile> data) {

  /** Keeps immutable, sorted copies. */
  public TrialResult {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    curves = Collections.unmodifiableSortedMap(new TreeMap<>(curves));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    data = List.copyOf(data);
  }

  /**
   * The result of a trial that broke.
   *
   * @param note what happened, one line
   * @return a result without measurements
   */
  public static TrialResult failed(String note) {
    return new TrialResult(
        Outcome.FAILED, note, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
  }
}
