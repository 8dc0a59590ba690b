package magicbench.results.history;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import magicbench.results.history.HistoryEntry.Cost;
import magicbench.results.plan.Plan;
import magicbench.results.record.Origin;
import magicbench.results.record.Provenance;
import magicbench.results.record.Provenance.MeasuredCost;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdict;
import magicbench.results.verdict.Verdicts;

/** Makes a history's lines of a run that was judged. */
public final class HistoryEntries {

  private final Plan plan;
  private final Map<String, RunRecord> recordsById;
  private final Set<String> truths;

  private HistoryEntries(Plan plan, Map<String, RunRecord> recordsById, Set<String> truths) {
    this.plan = plan;
    this.recordsById = recordsById;
    this.truths = truths;
  }

  /**
   * One line for each claim that was run.
   *
   * @param verdicts of the run
   * @param plan that was judged
   * @param recordsById the run's records by trial id
   * @param truths kinds that hold a truth, whose cost is not the run's
   * @return by claim id; claims that were not run are left out
   */
  public static List<HistoryEntry> of(
      Verdicts verdicts, Plan plan, Map<String, RunRecord> recordsById, Set<String> truths) {
    HistoryEntries entries = new HistoryEntries(plan, recordsById, truths);
    return verdicts.judgements().stream()
        .filter(judgement -> !(judgement.verdict() instanceof Verdict.NotRun))
        .map(entries::entry)
        .toList();
  }

  private HistoryEntry entry(Judgement judgement) {
    List<RunRecord> records =
        judgement.trials().stream().map(recordsById::get).filter(Objects::nonNull).toList();
    List<RunRecord> own =
        records.stream().filter(record -> !truths.contains(record.trial().kind())).toList();
    Origin origin = Origin.of(own);
    Optional<Evidence> evidence = judgement.evidence();
    return new HistoryEntry(
        HistoryEntry.SCHEMA_VERSION,
        judgement.claim().id(),
        judgement.claim().version(),
        judgement.scale(),
        judgement.device(),
        plan.designHash(judgement.claim()),
        origin.commits().isEmpty() ? "unknown" : String.join(",", origin.commits()),
        origin.days().stream().reduce((first, last) -> last),
        judgement.verdict().word(),
        evidence.map(found -> found.effect().value()),
        evidence.flatMap(found -> found.effect().interval()),
        evidence.map(Evidence::perSeed).orElseGet(HistoryEntries::none),
        cost(own));
  }

  private static SortedMap<Long, Double> none() {
    return Collections.emptySortedMap();
  }

  private static Cost cost(List<RunRecord> records) {
    return new Cost(
        machine(records),
        records.size(),
        sum(records, MeasuredCost::cpuSeconds),
        sum(records, MeasuredCost::wallSeconds));
  }

  private static Optional<String> machine(Collection<RunRecord> records) {
    List<String> machines =
        records.stream()
            .map(RunRecord::provenance)
            .filter(Objects::nonNull)
            .map(Provenance::platform)
            .filter(Objects::nonNull)
            .map(platform -> platform.cpuModel() + ", " + platform.logicalCpus() + " cores")
            .distinct()
            .sorted()
            .toList();
    return machines.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", machines));
  }

  private static Optional<Double> sum(
      Collection<RunRecord> records, Function<MeasuredCost, Double> part) {
    List<Double> known =
        records.stream()
            .map(RunRecord::provenance)
            .filter(Objects::nonNull)
            .map(Provenance::cost)
            .filter(Objects::nonNull)
            .map(part)
            .filter(Objects::nonNull)
            .toList();
    return known.isEmpty() || known.size() < records.size()
        ? Optional.empty()
        : Optional.of(known.stream().mapToDouble(Double::doubleValue).sum());
  }
}
