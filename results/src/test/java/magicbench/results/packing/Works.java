package magicbench.results.packing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;

/** Trials that cost as many operations as their settings say, and records of them. */
final class Works {

  static final CostEstimator OPERATIONS = Works::cost;

  private Works() {}

  private static Optional<TrialCost> cost(Trial trial) {
    return Optional.ofNullable(trial.settings().get("flops"))
        .map(flops -> new TrialCost(1, flops.doubleValue()));
  }

  static Trial trial(String kind, long seed, double flops, Trial... needs) {
    List<String> ids = List.of(needs).stream().map(Trial::id).toList();
    return Trial.of(
        kind, "spos", seed, ids, JsonNodeFactory.instance.objectNode().put("flops", flops));
  }

  /** A trial of which no estimator knows what it costs. */
  static Trial unknown(String kind, long seed) {
    return Trial.of(kind, "spos", seed, List.of(), JsonNodeFactory.instance.objectNode());
  }

  static Plan plan(Trial... trials) {
    return new Plan(Plan.SCHEMA_VERSION, "tiny", "0".repeat(64), List.of(trials), new TreeMap<>());
  }

  /** A text that four nets of 4, 3, 2 and 2 seconds read, and a probe of each of the first two. */
  static Plan chain() {
    List<Trial> all = new ArrayList<>(List.of(trial("text", 0, 0)));
    for (double seconds : List.of(4, 3, 2, 2)) {
      all.add(trial("net", all.size(), seconds * 1e9, all.get(0)));
    }
    all.add(trial("probe", 1, 1e9, all.get(1)));
    all.add(trial("probe", 2, 1e9, all.get(2)));
    return plan(all.toArray(Trial[]::new));
  }

  /** By operations alone, at 1e9 of them a second. */
  static Forecast forecast() {
    return Forecast.ofOperations(List.of(OPERATIONS), 1e9);
  }

  static Packs packs(Plan plan, int mostElements) {
    return Packer.stages(plan, forecast(), mostElements);
  }

  static RunRecord record(Trial trial, double wallSeconds) {
    return record(trial, Outcome.COMPLETED, wallSeconds);
  }

  static RunRecord record(Trial trial, Outcome outcome, Double wallSeconds) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        trial,
        "tiny",
        outcome,
        "",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new Provenance(
            "2026-11-24T05:00:00Z",
            new Provenance.Code("0.1.0", null, null, "00"),
            List.of(),
            new Provenance.Platform("17", "Linux 6", "amd64", null, 2, null),
            new Provenance.EngineInfo("PyTorch", "0.36.0", "2.7.1", "cpu", null, 1),
            new Provenance.MeasuredCost(wallSeconds, wallSeconds, null, null)));
  }

  static Map<String, RunRecord> byId(RunRecord... records) {
    Map<String, RunRecord> byId = new TreeMap<>();
    List.of(records).forEach(record -> byId.put(record.trial().id(), record));
    return byId;
  }
}
