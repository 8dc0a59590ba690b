package magicbench.suites.session;

import io.qameta.allure.Allure;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.TestResult;
import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.file.Json;
import magicbench.results.record.RunRecord;
import magicbench.results.report.PairsCsv;
import magicbench.results.report.Plots;
import magicbench.results.verdict.Judgement;

/**
 * A claim as Allure sees it: one test a claim and scale, whose identity survives another number of
 * seeds, another order of suites and another machine.
 *
 * @param claim the claim
 * @param options what the command line asked for
 */
record AllureClaim(Claim claim, Options options) {

  private static final String HIDDEN_INDEX = "UniqueId";
  private static final String SUITE = "suite";

  /** Names the running Allure test after the claim. */
  void identify() {
    Allure.getLifecycle().updateTestCase(this::identify);
  }

  private void identify(TestResult result) {
    result.setName(claim.title());
    result.setDescription(claim.statement());
    result.setTestCaseId("magic:" + claim.id());
    result.setHistoryId("magic:" + claim.id() + ":" + options.scale());
    result.getParameters().removeIf(parameter -> HIDDEN_INDEX.equals(parameter.getName()));
    result.getParameters().add(new Parameter().setName("scale").setValue(options.scale()));
    result.getLabels().removeIf(label -> SUITE.equals(label.getName()));
    result
        .getLabels()
        .addAll(
            List.of(
                label(SUITE, claim.suite()),
                label("epic", claim.source().paper()),
                label("feature", claim.suite()),
                label("story", claim.id())));
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  /** Adds the verdict to the description: a test that passes has no message that could tell it. */
  void tell(Judgement judgement) {
    String verdict =
        judgement.verdict().word()
            + " at scale "
            + judgement.scale()
            + ": "
            + judgement.verdict().reason();
    Allure.getLifecycle()
        .updateTestCase(result -> result.setDescription(claim.statement() + "\n\n" + verdict));
  }

  /** Attaches what the verdict rests on. */
  void attach(Judgement judgement, List<RunRecord> records) {
    Allure.addAttachment("verdict", "application/json", Json.write(judgement), ".json");
    Plots.of(judgement, records)
        .forEach((name, svg) -> Allure.addAttachment(name, "image/svg+xml", svg, ".svg"));
    Allure.addAttachment("raw observations", "text/csv", PairsCsv.of(claim, records), ".csv");
    records.forEach(AllureClaim::attach);
  }

  private static void attach(RunRecord record) {
    String name = "seed " + record.trial().seed();
    Allure.addAttachment(
        name + " provenance", "application/json", Json.write(record.provenance()), ".json");
    Allure.addAttachment(name + " record", "application/json", Json.write(record), ".json");
  }
}
