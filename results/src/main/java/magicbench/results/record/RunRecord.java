package magicbench.results.record;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.plan.Trial;

/**
 * What one trial measured, and how.
 *
 * @param schemaVersion of the file format
 * @param trial the work that was done
 * @param scale the scale's name that it was planned at
 * @param outcome how it ended
 * @param note one line on an outcome that needs it; empty otherwise
 * @param metrics single numbers by name; null means unknown, and NaN or an infinity becomes null
 * @param curves numbers along training by name
 * @param tables raw observations by name
 * @param provenance how it was made
 */
public record RunRecord(
    int schemaVersion,
    Trial trial,
    String scale,
    Outcome outcome,
    String note,
    SortedMap<String, Double> metrics,
    SortedMap<String, Curve> curves,
    SortedMap<String, Table> tables,
    Provenance provenance) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Keeps immutable, sorted copies. */
  public RunRecord {
    metrics = finiteOrNull(metrics);
    curves = Collections.unmodifiableSortedMap(new TreeMap<>(curves));
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  private static SortedMap<String, Double> finiteOrNull(SortedMap<String, Double> metrics) {
    SortedMap<String, Double> copy = new TreeMap<>(metrics);
    copy.replaceAll((name, value) -> value != null && Double.isFinite(value) ? value : null);
    return Collections.unmodifiableSortedMap(copy);
  }
}
