package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import magicbench.harness.experiment.TrialResult;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 100,000 trials at a place that does nothing. A schedule that looks at all that wait whenever a
 * trial ends takes hours for this, so the time limit is wide.
 */
@Timeout(120)
final class LargeScheduleTest {

  private static final int TRIALS = 100_000;

  @TempDir Path cache;

  /** Ends every trial at once. */
  private record Nowhere(List<String> ran) implements Place {

    @Override
    public Ran run(WorkOrder order, Crew.Listener listener) {
      ran.add(order.trial().id());
      TrialResult result =
          new TrialResult(
              Outcome.COMPLETED, "", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
      return new Ran(
          new RunRecord(
              RunRecord.SCHEMA_VERSION,
              order.trial(),
              order.scale(),
              result.outcome(),
              result.note(),
              result.metrics(),
              result.curves(),
              result.tables(),
              PROVENANCE),
          false);
    }

    @Override
    public int threads() {
      return 1;
    }

    @Override
    public void close() {
      // There is nothing to end.
    }
  }

  private static final Provenance PROVENANCE =
      new Provenance(
          "2026-11-24T00:00:00Z",
          new Provenance.Code("0", null, null, "f"),
          List.of(),
          new Provenance.Platform("17", "Linux", "amd64", null, 2, null),
          new Provenance.EngineInfo("none", "0", "0", "cpu", null, 1),
          new Provenance.MeasuredCost(null, null, null, null));

  @Test
  void a_hundred_thousand_trials_are_scheduled_each_after_what_it_needs() throws Exception {
    List<Trial> trials = new ArrayList<>(List.of(ScriptedPlan.trial("succeed", 0)));
    for (int seed = 1; seed < TRIALS; seed++) {
      trials.add(ScriptedPlan.trial("succeed", seed, trials.get(seed / 100)));
    }
    List<String> ran = new ArrayList<>();

    List<RunRecord> records =
        new Schedule(
                ScriptedPlan.of(trials.toArray(Trial[]::new)),
                new TrialRunner.Request(cache, 1, false),
                new Nowhere(ran),
                new Listening())
            .run();

    assertThat(records).hasSize(TRIALS).extracting(RunRecord::trial).isEqualTo(trials);
    assertThat(ran.get(0)).isEqualTo(trials.get(0).id());
    try (var folders = Files.list(cache.resolve("trials"))) {
      assertThat(folders).as("a look into the store makes no folder").isEmpty();
    }
  }
}
