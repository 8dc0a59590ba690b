package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import magicbench.ci.gate.RecordCheck;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.record.CommittedTruth;
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

  private final Scale scale = Scales.fromClasspath(loader()).named(SCALE);
  private final List<Claim> claims = scale.asked(ClaimRegistry.fromClasspath(loader()).all());
  private final Plan plan = Planner.plan(claims, scale, Overrides.none());
  private final Path records = Modules.root().resolve("results/records").resolve(SCALE);
  private final Path truth = CommittedTruth.folder(Modules.root(), SCALE);

  @Test
  void every_trial_that_is_planned_has_a_valid_record_that_is_committed() {
    assertThat(RecordCheck.faults(plan, List.of(records, truth))).isEmpty();
  }

  @Test
  void the_committed_records_give_the_accepted_verdicts_effects_and_intervals() {
    AcceptedVerdicts accepted =
        AcceptedFile.read(
            AcceptedFile.in(Modules.root().resolve("results/accepted"), SCALE, DEVICE));
    List<RunRecord> committed =
        Stream.of(records, truth)
            .filter(Files::isDirectory)
            .flatMap(folder -> RecordFile.readAll(folder).stream())
            .toList();

    AcceptedVerdicts judged =
        AcceptedVerdicts.of(
            Judge.judge(claims, plan, scale, committed), DEVICE, accepted.gitCommit());

    assertThat(judged.entries()).containsOnlyKeys(accepted.entries().keySet());
    judged
        .entries()
        .forEach((claim, entry) -> assertSame(claim, entry, accepted.entries().get(claim)));
  }

  @Test
  void a_record_of_truth_lies_where_a_run_looks_for_it_and_no_other_record_does() {
    Set<String> kinds = CommittedTruth.kinds(claims);

    assertThat(RecordFile.readAll(records))
        .noneMatch(record -> kinds.contains(record.trial().kind()));
    if (Files.isDirectory(truth)) {
      assertThat(RecordFile.readAll(truth))
          .allMatch(record -> kinds.contains(record.trial().kind()))
          .allMatch(record -> record.scale().equals(SCALE));
    }
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
