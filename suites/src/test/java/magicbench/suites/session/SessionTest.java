package magicbench.suites.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Trial;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import magicbench.results.verdict.VerdictFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class SessionTest {

  private static final Claim CLAIM =
      ClaimRegistry.fromClasspath(SessionTest.class.getClassLoader())
          .byId("interference.grows-with-differences");

  @TempDir private Path root;
  private final FakeRunner runner = new FakeRunner();

  @Test
  void a_suite_has_one_test_a_claim_of_its_own() {
    assertThat(session("all", "smoke").claims("similarity").map(DynamicTest::getDisplayName))
        .containsExactly("similarity.inputs", "similarity.outputs");
  }

  @Test
  void all_claims_share_one_run() {
    Session session = session("all", "smoke");

    assertThat(session.run()).isSameAs(session.run()).hasSize(session.plan().trials().size());
    assertThat(runner.requests())
        .containsExactly(new TrialRunner.Request(root.resolve("cache"), 1, false));
  }

  @Test
  void a_run_that_broke_is_not_begun_again_by_the_next_claim() {
    List<IllegalStateException> thrown = new ArrayList<>();
    Session session =
        open(
            "all",
            "smoke",
            (plan, request, progress) -> {
              thrown.add(new IllegalStateException("the disk is on fire"));
              throw thrown.get(0);
            });

    assertThat(catchThrowable(session::run)).isSameAs(catchThrowable(session::run));
    assertThat(thrown).hasSize(1);
  }

  @Test
  void plan_records_and_verdicts_are_files() {
    Session session = session("interference", "smoke");

    session.judge(CLAIM);

    Path output = root.resolve("target/magicbench/smoke");
    assertThat(PlanFile.read(output.resolve("plan.json"))).isEqualTo(session.plan());
    assertThat(RecordFile.readAll(output.resolve("records"))).hasSize(4);
    assertThat(VerdictFile.read(output.resolve("verdicts.json")).judgements())
        .singleElement()
        .isEqualTo(session.judge(CLAIM));
  }

  @Test
  void committed_truth_is_taken_and_everything_else_is_run() {
    Session session = session("ranking", "smoke");
    Trial first = ofKind("stand-alone", session).get(0);
    Path committed = CommittedTruth.folder(root, "smoke").resolve(first.id() + ".json");
    RecordFile.write(committed, FakeRunner.ended(first, Outcome.COMPLETED, "committed"));

    List<RunRecord> records = session.run();

    assertThat(records).hasSize(session.plan().trials().size());
    assertThat(records.stream().filter(record -> record.note().equals("committed")))
        .singleElement()
        .extracting(RunRecord::trial)
        .isEqualTo(first);
  }

  @Test
  void committed_truth_is_left_alone_where_it_is_not_wanted() {
    Options given = FakeRunner.options(root, "ranking", "smoke");
    Options asked =
        new Options(
            given.scale(),
            given.suites(),
            given.root(),
            given.cache(),
            given.workers(),
            given.recompute(),
            false,
            given.text(),
            given.data());
    Session session = Session.open(asked, () -> Optional.of(runner));
    Trial first = ofKind("stand-alone", session).get(0);
    Path committed = CommittedTruth.folder(root, "smoke").resolve(first.id() + ".json");
    RecordFile.write(committed, FakeRunner.ended(first, Outcome.COMPLETED, "committed"));

    assertThat(session.run()).noneMatch(record -> record.note().equals("committed"));
  }

  @Test
  void trials_that_diverged_leave_a_claim_not_run_and_say_so() {
    assertThat(session("interference", "smoke").judge(CLAIM).verdict().reason())
        .containsPattern("seed 1: [0-9a-f]{8} diverged, loss is not a number");
  }

  @Test
  void verdicts_of_an_earlier_run_are_forgotten_before_anything_is_run() throws IOException {
    Path earlier = root.resolve("target/magicbench/smoke/verdicts.json");
    Files.createDirectories(earlier.getParent());
    Files.writeString(earlier, "{}");

    session("all", "smoke");

    assertThat(earlier).doesNotExist();
  }

  @Test
  void without_anything_that_runs_trials_the_error_says_what_to_do() {
    Session session =
        Session.open(FakeRunner.options(root, "all", "smoke"), () -> Optional.empty());

    assertThatThrownBy(session::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing on it runs trials; put magicbench-harness");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void a_scale_that_wants_text_says_how_to_name_it_and_nothing_is_run() {
    Session session = session("interference", "paper");

    assertThat(session.run()).isEmpty();
    assertThat(session.missing().orElseThrow())
        .hasMessageContaining("scale paper: wants a folder of your own text")
        .hasMessageEndingWith("--data DIR or -Dmagicbench.text=DIR");
    assertThat(session.judge(CLAIM).verdict().word()).isEqualTo("NOT_RUN");
    assertThat(runner.requests()).isEmpty();
  }

  @Test
  void missing_data_leave_a_claim_not_run_and_its_test_aborted_with_the_command_that_gets_them() {
    Session session =
        open(
            "interference",
            "smoke",
            (plan, request, progress) -> {
              throw new MissingDataException("teacher.jar", "isn't there", "run this command once");
            });

    assertThatThrownBy(() -> new ClaimTest(session, CLAIM).run())
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("NOT_RUN at scale smoke; teacher.jar: isn't there; run this command");
    Path output = root.resolve("target/magicbench/smoke");
    assertThat(VerdictFile.read(output.resolve("verdicts.json")).judgements())
        .singleElement()
        .extracting(judgement -> judgement.verdict().word())
        .isEqualTo("NOT_RUN");
    assertThat(PlanFile.read(output.resolve("plan.json"))).isEqualTo(session.plan());
  }

  @Test
  void an_unknown_scale_is_told_with_the_known_ones() {
    assertThatThrownBy(() -> session("all", "huge"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("huge")
        .hasMessageContaining("laptop");
  }

  private static List<Trial> ofKind(String kind, Session session) {
    return session.plan().trials().stream().filter(trial -> trial.kind().equals(kind)).toList();
  }

  private Session session(String suite, String scale) {
    return open(suite, scale, runner);
  }

  private Session open(String suite, String scale, TrialRunner trials) {
    return Session.open(FakeRunner.options(root, suite, scale), () -> Optional.of(trials));
  }
}
