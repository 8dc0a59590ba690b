package magicbench.harness.execution;

import java.time.Instant;
import magicbench.harness.experiment.TrialResult;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;

/** Makes records of results. */
final class Records {

  private static final Provenance.MeasuredCost UNKNOWN =
      new Provenance.MeasuredCost(null, null, null, null);

  private Records() {}

  static RunRecord of(
      WorkOrder order, TrialResult result, String startedAt, Provenance.MeasuredCost cost) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        order.trial(),
        order.scale(),
        result.outcome(),
        result.note(),
        result.metrics(),
        result.curves(),
        result.tables(),
        Provenances.of(startedAt, order.fingerprint(), result.data(), cost));
  }

  /** The record of a trial that could not tell itself what went wrong. */
  static RunRecord failed(WorkOrder order, String note) {
    return of(order, TrialResult.failed(note), Instant.now().toString(), UNKNOWN);
  }

  /** The same measurements, asked for by another scale. */
  static RunRecord atScale(RunRecord record, String scale) {
    return new RunRecord(
        record.schemaVersion(),
        record.trial(),
        scale,
        record.outcome(),
        record.note(),
        record.metrics(),
        record.curves(),
        record.tables(),
        record.provenance());
  }
}
