package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.ci.gate.RecordCheck;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.history.HistoryEntry;
import magicbench.results.history.HistoryFile;
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
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed records and the accepted verdicts are one: nothing was accepted by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommittedRecordsTest {

  private static final String DEVICE = "cpu";

  /** Room for another processor's last digits. */
  private static final double ROUNDING = 1e-9;

  private static final List<Claim> CLAIMS = ClaimRegistry.fromClasspath(loader()).all();

  private static final Scales SCALES = Scales.fromClasspath(loader());

  private final Map<Path, List<RunRecord>> read = new HashMap<>();

  /** What was accepted at one scale. */
  private record Kept(Scale scale, Path records, Path truth) {

    static Kept of(String name) {
      Scale scale = SCALES.named(name);
      return new Kept(
          scale,
          Modules.root().resolve("results/records").resolve(name),
          CommittedTruth.folder(Modules.root(), scale.truthScale()));
    }

    List<Claim> claims() {
      Set<String> suites = suites();
      return scale.asked(CLAIMS).stream().filter(claim -> suites.contains(claim.suite())).toList();
    }

    /** At a scale of many hours not every suite was run. */
    Set<String> suites() {
      Set<String> accepted = accepted().entries().keySet();
      return CLAIMS.stream()
          .filter(claim -> accepted.contains(claim.id()))
          .map(Claim::suite)
          .collect(Collectors.toSet());
    }

    AcceptedVerdicts accepted() {
      Path folder = Modules.root().resolve("results/accepted");
      return AcceptedFile.read(AcceptedFile.in(folder, scale.name(), DEVICE));
    }

    Plan plan() {
      return Planner.plan(claims(), scale, Overrides.none());
    }
  }

  /** Which suites are accepted at which scale. */
  private static final Map<String, Set<String>> SUITES =
      Map.ofEntries(
          Map.entry("laptop", Set.of("interference", "ranking", "similarity")),
          Map.entry("laptop-compression", Set.of("compression")),
          Map.entry("laptop-compression-brief", Set.of("compression")),
          Map.entry("laptop-full", Set.of("interference", "ranking", "rivals", "similarity")),
          Map.entry("laptop-glue", Set.of("glue")),
          Map.entry("laptop-glue-learned", Set.of("glue")),
          Map.entry("laptop-images", Set.of("imagenet")),
          Map.entry("laptop-images-full", Set.of("imagenet")),
          Map.entry("laptop-images-learned", Set.of("imagenet")),
          Map.entry("laptop-ladder", Set.of("ranking")),
          Map.entry("laptop-squad", Set.of("squad")),
          Map.entry("laptop-squad-brief", Set.of("squad")),
          Map.entry("overnight", Set.of("ranking")));

  static Stream<String> scales() {
    return SUITES.keySet().stream().sorted();
  }

  @Test
  void nothing_is_accepted_that_is_not_held_against_its_records_here() throws IOException {
    try (Stream<Path> files = Files.list(Modules.root().resolve("results/accepted"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              scales().map(scale -> scale + "-" + DEVICE + ".json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("scales")
  void these_suites_are_accepted(String scale) {
    assertThat(Kept.of(scale).suites()).isEqualTo(SUITES.get(scale));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void every_trial_that_is_planned_has_a_valid_record_that_is_committed(String scale) {
    Kept kept = Kept.of(scale);
    assertThat(RecordCheck.faults(kept.plan(), List.of(kept.records(), kept.truth()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_committed_records_give_the_accepted_verdicts_effects_and_intervals(String scale) {
    Kept kept = Kept.of(scale);
    AcceptedVerdicts accepted = kept.accepted();
    List<RunRecord> committed =
        Stream.of(kept.records(), kept.truth()).flatMap(folder -> read(folder).stream()).toList();

    AcceptedVerdicts judged =
        AcceptedVerdicts.of(
            Judge.judge(kept.claims(), kept.plan(), kept.scale(), committed),
            DEVICE,
            accepted.gitCommit());

    assertThat(judged.entries()).containsOnlyKeys(accepted.entries().keySet());
    judged
        .entries()
        .forEach((claim, entry) -> assertSame(claim, entry, accepted.entries().get(claim)));
  }

  /** Each folder once: there are thousands of records. */
  private List<RunRecord> read(Path folder) {
    return read.computeIfAbsent(
        folder, each -> Files.isDirectory(each) ? RecordFile.readAll(each) : List.of());
  }

  @ParameterizedTest
  @MethodSource("scales")
  void a_record_of_truth_lies_where_a_run_looks_for_it_and_no_other_record_does(String scale) {
    Kept kept = Kept.of(scale);
    Set<String> kinds = CommittedTruth.kinds(kept.claims());

    assertThat(read(kept.records()))
        .noneMatch(
            record ->
                kinds.contains(record.trial().kind())
                    && kept.scale().isSharedTruth(record.trial()));
    if (!kinds.isEmpty()) {
      assertThat(read(kept.truth()))
          .allMatch(record -> kinds.contains(record.trial().kind()))
          .allMatch(record -> record.scale().equals(kept.scale().truthScale()));
    }
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_whole_verdicts_are_those_that_were_accepted(String scale) {
    AcceptedVerdicts accepted = Kept.of(scale).accepted();
    Path whole = Modules.root().resolve("results/accepted/verdicts");

    Verdicts verdicts = VerdictFile.read(AcceptedFile.in(whole, scale, DEVICE));

    assertThat(AcceptedVerdicts.of(verdicts, DEVICE, accepted.gitCommit())).isEqualTo(accepted);
  }

  @ParameterizedTest
  @MethodSource("scales")
  void what_is_accepted_is_remembered(String scale) {
    Path histories = Modules.root().resolve("results/history");
    List<HistoryEntry> history = HistoryFile.read(HistoryFile.in(histories, scale, DEVICE));

    Kept.of(scale)
        .accepted()
        .entries()
        .forEach(
            (claim, entry) ->
                assertThat(history)
                    .as(claim)
                    .anyMatch(
                        line ->
                            line.claim().equals(claim) && line.effect().equals(entry.effect())));
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
