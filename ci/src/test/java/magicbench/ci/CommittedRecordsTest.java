package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import magicbench.ci.gate.RecordCheck;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.AcceptedFile;
import magicbench.results.verdict.AcceptedVerdicts;
import magicbench.results.verdict.AcceptedVerdicts.Entry;
import magicbench.results.verdict.Judge;
import org.junit.jupiter.api.Test;

/** The committed records and the accepted verdicts are one: nothing was accepted by hand. */
final class CommittedRecordsTest {

  private static final String SCALE = "laptop";
  private static final String DEVICE = "cpu";

  /** Room for another processor's last digits. */
  private static final double ROUNDING = 1e-9;

  private final List<Claim> claims = ClaimRegistry.fromClasspath(loader()).all();
  private final Scale scale = Scales.fromClasspath(loader()).named(SCALE);
  private final Plan plan = Planner.plan(claims, scale, Overrides.none());
  private final Path folder = Modules.root().resolve("results/records").resolve(SCALE);

  @Test
  void every_trial_that_is_planned_has_a_valid_record_that_is_committed() {
    assertThat(RecordCheck.faults(plan, folder)).isEmpty();
  }

  @Test
  void the_committed_records_give_the_accepted_verdicts_effects_and_intervals() {
    AcceptedVerdicts accepted =
        AcceptedFile.read(
            AcceptedFile.in(Modules.root().resolve("results/accepted"), SCALE, DEVICE));
    List<RunRecord> records = List.copyOf(RecordFile.readAll(folder));

    AcceptedVerdicts judged =
        AcceptedVerdicts.of(
            Judge.judge(claims, plan, scale, records), DEVICE, accepted.gitCommit());

    assertThat(judged.entries()).containsOnlyKeys(accepted.entries().keySet());
    judged
        .entries()
        .forEach((claim, entry) -> assertSame(claim, entry, accepted.entries().get(claim)));
  }

  private static void assertSame(String claim, Entry judged, Entry accepted) {
    assertThat(judged.version()).as(claim).isEqualTo(accepted.version());
    assertThat(judged.verdict()).as(claim).isEqualTo(accepted.verdict());
    assertThat(judged.effect().orElseThrow())
        .as(claim)
        .isCloseTo(accepted.effect().orElseThrow(), within(ROUNDING));
    Interval now = judged.interval().orElseThrow();
    Interval then = accepted.interval().orElseThrow();
    assertThat(now.confidence()).as(claim).isEqualTo(then.confidence());
    assertThat(now.low()).as(claim).isCloseTo(then.low(), within(ROUNDING));
    assertThat(now.high()).as(claim).isCloseTo(then.high(), within(ROUNDING));
  }

  private static ClassLoader loader() {
    return CommittedRecordsTest.class.getClassLoader();
  }
}
