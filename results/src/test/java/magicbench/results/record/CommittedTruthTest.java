package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimFile;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedTruthTest {

  private static final String TRUTH = "alone";
  private static final Trial TEXT = trial("text", 0, List.of());
  private static final Trial NET = trial("net", 1, List.of(TEXT.id()));
  private static final Trial ALONE = trial(TRUTH, 1, List.of(TEXT.id()));
  private static final Trial ALONE_TOO = trial(TRUTH, 2, List.of(TEXT.id()));
  private static final Plan PLAN = plan(TEXT, NET, ALONE, ALONE_TOO);

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void a_committed_trial_is_not_run_and_its_record_stays_as_it_was() throws IOException {
    RunRecord committed = commit(ALONE, "tiny", Outcome.COMPLETED, "old commit");

    List<RunRecord> records = run(PLAN);

    assertThat(records).extracting(RunRecord::trial).containsExactlyElementsOf(PLAN.trials());
    assertThat(records.get(2)).isEqualTo(committed);
    assertThat(records).filteredOn(record -> record.note().equals("run now")).hasSize(3);
  }

  @Test
  void what_is_taken_counts_as_cached() throws IOException {
    commit(ALONE, "tiny", Outcome.COMPLETED, "");

    run(PLAN);

    assertThat(told)
        .containsExactly("begins 4, 1 cached", "alone cached", "text run", "net run", "alone run");
  }

  @Test
  void the_user_is_told_how_many_are_taken_and_how_to_train_them() throws IOException {
    commit(ALONE, "tiny", Outcome.COMPLETED, "");
    commit(ALONE_TOO, "tiny", Outcome.COMPLETED, "");

    assertThat(truth(PLAN).notice().orElseThrow())
        .startsWith("2 records of truth are taken from " + folder)
        .contains("--truth recompute", "-Dtruth=recompute")
        .doesNotContain("\n");
  }

  @Test
  void nothing_is_said_where_nothing_is_taken() throws IOException {
    assertThat(truth(PLAN).notice()).isEmpty();
    assertThat(run(PLAN)).hasSize(4).allMatch(record -> record.note().equals("run now"));
  }

  @Test
  void a_kind_that_is_no_truth_is_never_taken() throws IOException {
    commit(NET, "tiny", Outcome.COMPLETED, "");

    assertThat(truth(PLAN).notice()).isEmpty();
  }

  @Test
  void a_trial_that_did_not_complete_is_run_again() throws IOException {
    commit(ALONE, "tiny", Outcome.DIVERGED, "");

    assertThat(truth(PLAN).notice()).isEmpty();
  }

  @Test
  void a_trial_that_another_one_reads_is_run_again() throws IOException {
    commit(ALONE, "tiny", Outcome.COMPLETED, "");

    assertThat(truth(plan(TEXT, ALONE, trial("net", 1, List.of(ALONE.id())))).notice()).isEmpty();
  }

  @Test
  void a_record_under_the_name_of_another_trial_is_one_line() throws IOException {
    commit(ALONE, "tiny", Outcome.COMPLETED, "");
    Files.move(file(ALONE), file(ALONE_TOO));

    assertThatThrownBy(() -> truth(PLAN))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file(ALONE_TOO)
                + ": holds the record of another trial; rename it to "
                + file(ALONE).getFileName());
  }

  @Test
  void a_damaged_record_is_one_line() throws IOException {
    commit(ALONE, "tiny", Outcome.COMPLETED, "before");
    Files.writeString(file(ALONE), Files.readString(file(ALONE)).replace("before", "after"));

    assertThatThrownBy(() -> truth(PLAN))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file(ALONE) + " /sha256: the content was changed");
  }

  @Test
  void a_record_of_another_scale_is_one_line() throws IOException {
    commit(ALONE, "huge", Outcome.COMPLETED, "");

    assertThatThrownBy(() -> truth(PLAN))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file(ALONE)
                + ": holds a record of scale huge; take it out of the folder of scale tiny");
  }

  @Test
  void the_kinds_of_truth_are_those_that_claims_name() throws IOException {
    assertThat(CommittedTruth.kinds(claims())).containsExactly(TRUTH);
  }

  private TakenRecords truth(Plan plan) throws IOException {
    return CommittedTruth.in(folder, plan.scale(), claims(), plan);
  }

  private List<RunRecord> run(Plan plan) throws IOException {
    TrialRunner.Request request = new TrialRunner.Request(folder, 1, false);
    return truth(plan).spare(CommittedTruthTest::runNow).run(plan, request, new Told());
  }

  private static List<RunRecord> runNow(
      Plan plan, TrialRunner.Request request, TrialRunner.Progress progress) {
    progress.begins(plan.trials().size(), 0);
    return plan.trials().stream()
        .map(trial -> record(trial, "tiny", Outcome.COMPLETED, "run now"))
        .peek(record -> progress.ended(record, false))
        .toList();
  }

  private RunRecord commit(Trial trial, String scale, Outcome outcome, String note) {
    RunRecord record = record(trial, scale, outcome, note);
    RecordFile.write(file(trial), record);
    return record;
  }

  private Path file(Trial trial) {
    return folder.resolve(trial.id() + ".json");
  }

  private static RunRecord record(Trial trial, String scale, Outcome outcome, String note) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        trial,
        scale,
        outcome,
        note,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        RecordFixtures.provenance());
  }

  private static Trial trial(String kind, long seed, List<String> needs) {
    return Trial.of(kind, "none", seed, needs, JsonNodeFactory.instance.objectNode());
  }

  private static Plan plan(Trial... trials) {
    return new Plan(Plan.SCHEMA_VERSION, "tiny", "0", List.of(trials), new TreeMap<>());
  }

  /** Two claims of a fixture, the first one made to name a truth. */
  private static List<Claim> claims() throws IOException {
    try (InputStream in =
        CommittedTruthTest.class.getResourceAsStream("/magicbench/results/claim/claims.yaml")) {
      List<Claim> claims = ClaimFile.read("claims.yaml", in);
      return List.of(withTruth(claims.get(0)), claims.get(1));
    }
  }

  private static Claim withTruth(Claim claim) {
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        "net",
        claim.method(),
        new Metric("gain", "scores", "loss", "loss", List.of(), 1, "", TRUTH),
        claim.direction(),
        claim.tolerance(),
        claim.decision(),
        claim.controls(),
        claim.changes());
  }

  private final class Told implements TrialRunner.Progress {

    @Override
    public void begins(int trials, int cached) {
      told.add("begins " + trials + ", " + cached + " cached");
    }

    @Override
    public void moved(Trial trial, double share, String message) {
      told.add(message);
    }

    @Override
    public void ended(RunRecord record, boolean cached) {
      told.add(record.trial().kind() + (cached ? " cached" : " run"));
    }
  }
}
