package magicbench.suites.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Trial;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllureClaimTest {

  private static final Claim CLAIM =
      ClaimRegistry.fromClasspath(AllureClaimTest.class.getClassLoader())
          .byId("interference.grows-with-differences");

  @TempDir private Path root;
  private final FakeAllure allure = new FakeAllure();

  @Test
  void a_claim_keeps_its_identity_at_every_scale_and_its_history_at_one() {
    TestResult laptop = allure.of(() -> claimAt("laptop").identify());

    assertThat(laptop.getTestCaseId()).isEqualTo("magic:interference.grows-with-differences");
    assertThat(laptop.getHistoryId()).isEqualTo("magic:interference.grows-with-differences:laptop");
  }

  @Test
  void a_claim_is_shown_by_its_title_and_statement_below_its_paper_suite_and_id() {
    TestResult result = allure.of(() -> claimAt("laptop").identify());

    assertThat(result.getName()).isEqualTo(CLAIM.title());
    assertThat(result.getDescription()).isEqualTo(CLAIM.statement());
    assertThat(result.getLabels().stream().filter(label -> !label.getName().equals("host")))
        .extracting(Label::getName, Label::getValue)
        .contains(
            tuple("epic", CLAIM.source().paper()),
            tuple("feature", "interference"),
            tuple("story", CLAIM.id()));
  }

  @Test
  void a_suite_goes_by_its_own_name_and_not_by_that_of_a_class() {
    TestResult result = allure.of(() -> claimAt("laptop").identify());

    assertThat(result.getLabels())
        .filteredOn(label -> label.getName().equals("suite"))
        .extracting(Label::getValue)
        .containsExactly("interference");
  }

  @Test
  void the_verdict_and_its_reason_are_in_the_description() {
    TestResult result = allure.of(() -> claimAt("smoke").tell(judgement()));

    assertThat(result.getDescription())
        .isEqualTo(CLAIM.statement() + "\n\nNOT_RUN at scale smoke: all diverged");
  }

  @Test
  void the_scale_is_shown_and_the_index_of_the_test_is_not() {
    TestResult result = allure.of(() -> claimAt("overnight").identify());

    assertThat(result.getParameters())
        .singleElement()
        .satisfies(
            parameter -> {
              assertThat(parameter.getName()).isEqualTo("scale");
              assertThat(parameter.getValue()).isEqualTo("overnight");
            });
  }

  @Test
  void verdict_raw_rows_and_every_record_are_attached() {
    Trial trial = Trial.of("toy", "spos", 7, List.of(), JsonNodeFactory.instance.objectNode());

    TestResult result =
        allure.of(() -> claimAt("smoke").attach(judgement(), List.of(FakeRunner.diverged(trial))));

    assertThat(result.getAttachments())
        .extracting(Attachment::getName)
        .containsExactly("verdict", "raw observations", "seed 7 provenance", "seed 7 record");
    assertThat(content(result, "verdict")).contains("\"NOT_RUN\"");
    assertThat(content(result, "raw observations"))
        .isEqualTo(
            "trial,method,seed,differences\n%s,%s,7,2.0\n".formatted(trial.id(), trial.method()));
  }

  @Test
  void the_steps_of_a_claim_are_plan_run_judge_and_attach() {
    Session session =
        Session.open(
            FakeRunner.options(root, "interference", "smoke"), () -> Optional.of(new FakeRunner()));

    TestResult result = allure.of(() -> new ClaimTest(session, CLAIM).run());

    assertThat(result.getSteps())
        .extracting(StepResult::getName)
        .containsExactly(
            "plan: 4 trials at scale smoke",
            "run or reuse the trials",
            "judge 4 records",
            "attach the evidence");
    assertThat(result.getDescriptionHtml()).contains("NOT_RUN at scale smoke");
  }

  private AllureClaim claimAt(String scale) {
    return new AllureClaim(CLAIM, FakeRunner.options(root, "all", scale));
  }

  private String content(TestResult result, String name) {
    return result.getAttachments().stream()
        .filter(attachment -> attachment.getName().equals(name))
        .map(attachment -> allure.attachment(attachment.getSource()))
        .findFirst()
        .orElseThrow();
  }

  private static Judgement judgement() {
    return new Judgement(
        CLAIM,
        "smoke",
        "a scale",
        "cpu",
        new Verdict.NotRun("all diverged"),
        Optional.empty(),
        List.of(),
        List.of(),
        "0".repeat(64),
        new TreeMap<>());
  }
}
