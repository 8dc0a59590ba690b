package magicbench.suites.session;

import static magicbench.suites.assertion.JudgementAssert.assertThat;

import io.qameta.allure.Allure;
import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import org.opentest4j.TestAbortedException;

/** One claim as a test: plan, run, judge, tell Allure, assert. */
final class ClaimTest {

  private final Session session;
  private final Claim claim;

  ClaimTest(Session session, Claim claim) {
    this.session = session;
    this.claim = claim;
  }

  void run() {
    AllureClaim allure = new AllureClaim(claim, session.options());
    allure.identify();
    Allure.step(
        "plan: " + session.plan().trials().size() + " trials at scale " + session.plan().scale());
    List<RunRecord> records = Allure.step("run or reuse the trials", session::run);
    Judgement judgement =
        Allure.step("judge " + records.size() + " records", () -> session.judge(claim));
    allure.tell(judgement);
    session.missing().ifPresent(missing -> abort(missing.getMessage()));
    Allure.step(
        "attach the evidence", () -> allure.attach(judgement, session.recordsOf(judgement)));
    assertThat(judgement).isReproduced();
  }

  private void abort(String reason) {
    throw new TestAbortedException(
        claim.id() + ": NOT_RUN at scale " + session.plan().scale() + "; " + reason);
  }
}
