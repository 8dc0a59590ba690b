package magicbench.results.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.plan.Scale;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Verdicts;

/**
 * What a report tells of one scale.
 *
 * @param verdicts what was judged
 * @param recordsById the scale's records by trial id; a trial without one is listed as such
 * @param studies what the scale studies
 * @param origin where the records come from, one sentence; empty for the run that is reported
 */
public record ReportedScale(
    Verdicts verdicts,
    Map<String, RunRecord> recordsById,
    List<Scale.Study> studies,
    String origin) {

  /** Keeps immutable copies, the records sorted: sums over them end in the same digit then. */
  public ReportedScale {
    recordsById = Collections.unmodifiableSortedMap(new TreeMap<>(recordsById));
    studies = List.copyOf(studies);
  }

  /**
   * A run of one's own, without studies.
   *
   * @param verdicts what was judged
   * @param recordsById the records behind it by trial id
   */
  public ReportedScale(Verdicts verdicts, Map<String, RunRecord> recordsById) {
    this(verdicts, recordsById, List.of(), "");
  }

  /** The scale's name. */
  String name() {
    return verdicts.scale();
  }
}
