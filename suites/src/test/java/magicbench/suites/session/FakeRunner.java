package magicbench.suites.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TrialRunner;

/** Ends every trial at once without training anything, and keeps what it was asked for. */
final class FakeRunner implements TrialRunner {

  private final List<Request> requests = new ArrayList<>();

  List<Request> requests() {
    return List.copyOf(requests);
  }

  @Override
  public List<RunRecord> run(Plan plan, Request request, Progress progress) {
    requests.add(request);
    return plan.trials().stream().map(FakeRunner::diverged).toList();
  }

  static RunRecord diverged(Trial trial) {
    return ended(trial, Outcome.DIVERGED, "loss is not a number");
  }

  static RunRecord ended(Trial trial, Outcome outcome, String note) {
    SortedMap<String, Table> tables = new TreeMap<>();
    SortedMap<String, List<Double>> numbers = new TreeMap<>(Map.of("differences", List.of(2.0)));
    tables.put("pairs", new Table(1, numbers, new TreeMap<>()));
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        trial,
        "smoke",
        outcome,
        note,
        new TreeMap<>(),
        new TreeMap<>(),
        tables,
        provenance("abc", "cpu"));
  }

  static Provenance provenance(String commit, String device) {
    return new Provenance(
        "2026-11-24T00:00:00Z",
        new Provenance.Code("0", commit, false, "f"),
        List.of(),
        new Provenance.Platform("17", "Linux", "amd64", null, 2, null),
        new Provenance.EngineInfo("PyTorch", "0", "2.7", device, null, 1),
        new Provenance.MeasuredCost(2.0, 2.0, null, null));
  }

  static Options options(Path root, String suite, String scale) {
    return new Options(
        scale,
        SuiteChoice.of(suite),
        root,
        root.resolve("cache"),
        Optional.of(1),
        false,
        true,
        Optional.empty(),
        Optional.empty());
  }
}
