package magicbench.suites.faults;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import magicbench.harness.execution.InProcess;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TrialRunner;
import magicbench.suites.Silence;

/**
 * Really runs plans, but may do other work than was planned and file it as the planned: that is
 * what a fault in sampler, alignment, seeding or truth comes down to, seen from the judge.
 *
 * @param cache the store, which honest and faulty runs may share: real work goes by its real name
 * @param done the work that is really done for a planned trial
 */
record Laboratory(Path cache, UnaryOperator<Trial> done) {

  private static final String ARCHITECTURE = "architecture";

  /** One record a planned trial, in the plan's order. */
  List<RunRecord> run(Plan plan) {
    List<Trial> real = plan.trials().stream().map(done).distinct().toList();
    Plan work =
        new Plan(
            Plan.SCHEMA_VERSION, plan.scale(), plan.protocolHash(), real, plan.trialsByClaim());
    Map<String, RunRecord> byId =
        new InProcess()
            .run(work, new TrialRunner.Request(cache, 1, false), new Silence()).stream()
                .collect(Collectors.toMap(record -> record.trial().id(), Function.identity()));
    return plan.trials().stream()
        .map(planned -> filedAs(planned, byId.get(done.apply(planned).id())))
        .toList();
  }

  private static RunRecord filedAs(Trial planned, RunRecord record) {
    return new RunRecord(
        record.schemaVersion(),
        planned,
        record.scale(),
        record.outcome(),
        record.note(),
        record.metrics(),
        record.curves(),
        filedAs(planned, record.tables()),
        record.provenance());
  }

  /** A child model that is trained alone names itself in its scores. */
  private static SortedMap<String, Table> filedAs(Trial planned, SortedMap<String, Table> tables) {
    String child = planned.settings().path(ARCHITECTURE).asText();
    SortedMap<String, Table> filed = new TreeMap<>(tables);
    if (!child.isEmpty()) {
      filed.replaceAll(
          (name, table) -> {
            SortedMap<String, List<String>> texts = new TreeMap<>(table.texts());
            texts.put(ARCHITECTURE, Collections.nCopies(table.rows(), child));
            return new Table(table.rows(), table.numbers(), texts);
          });
    }
    return filed;
  }
}
