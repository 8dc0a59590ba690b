package magicbench.results.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import magicbench.results.plan.Trial;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Tournament;
import magicbench.results.verdict.Verdicts;

/** Two sides of a made-up comparison of two methods, and ways to change one of them. */
public final class Pairs {

  private Pairs() {}

  /** A side of so many seeds whose method sees through so much noise. */
  public static Run run(String name, int seeds, double noise) {
    return judged(name, new Tournament(seeds, 8, noise, 0.5, 0.05, 0.5, 0.5).records());
  }

  /** Judges records anew. */
  public static Run judged(String name, List<RunRecord> records) {
    Judgement judgement = Tournament.judge(Tournament.ranksBetter(), records);
    return Run.of(
        name,
        new Verdicts(
            Verdicts.SCHEMA_VERSION, "bench", judgement.protocolHash(), List.of(judgement)),
        records);
  }

  /** The same records made in another way. */
  public static Run made(Run run, UnaryOperator<Provenance> how) {
    List<RunRecord> records =
        run.records().values().stream()
            .map(
                record ->
                    copy(record, record.trial(), record.metrics(), how.apply(record.provenance())))
            .toList();
    return Run.of(run.name(), run.verdicts(), records);
  }

  /** The same with one more setting in the super-nets' trials. */
  public static Run set(Run run, String setting, int value) {
    List<RunRecord> records =
        run.records().values().stream()
            .map(
                record ->
                    record.trial().kind().equals("net")
                        ? copy(
                            record,
                            with(record.trial(), setting, value),
                            record.metrics(),
                            record.provenance())
                        : record)
            .toList();
    return judged(run.name(), records);
  }

  /** The same records with one metric of the super-nets moved. */
  public static Run moved(Run run, String metric, double by) {
    List<RunRecord> records =
        run.records().values().stream().map(record -> moved(record, metric, by)).toList();
    return Run.of(run.name(), run.verdicts(), records);
  }

  private static RunRecord moved(RunRecord record, String metric, double by) {
    if (!record.trial().kind().equals("net")) {
      return record;
    }
    SortedMap<String, Double> metrics = new TreeMap<>(record.metrics());
    metrics.merge(metric, by, Double::sum);
    return copy(record, record.trial(), metrics, record.provenance());
  }

  private static Trial with(Trial trial, String setting, int value) {
    ObjectNode settings = trial.settings().deepCopy();
    settings.withObject("/training").put(setting, value);
    return Trial.of(trial.kind(), trial.method(), trial.seed(), trial.needs(), settings);
  }

  /** Another processor, twice the processor time. */
  public static Provenance elsewhere(Provenance old) {
    Provenance.Platform platform = old.platform();
    return new Provenance(
        old.startedAt(),
        old.code(),
        List.of(new Provenance.DataFile("words", null, "ab12", null, null)),
        new Provenance.Platform(
            platform.jdk(),
            platform.operatingSystem(),
            platform.architecture(),
            "another one",
            16,
            platform.memoryBytes()),
        old.engine(),
        new Provenance.MeasuredCost(1.0, 2.0, null, null));
  }

  private static RunRecord copy(
      RunRecord record, Trial trial, SortedMap<String, Double> metrics, Provenance provenance) {
    return new RunRecord(
        record.schemaVersion(),
        trial,
        record.scale(),
        record.outcome(),
        record.note(),
        metrics,
        record.curves(),
        record.tables(),
        provenance);
  }
}
