package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimFile;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;
import org.junit.jupiter.api.Test;

class VerdictsSchemaTest {

  private static final Estimate ESTIMATE =
      Estimate.within("rho", -0.4, new Interval(-0.5, -0.3, 0.95), 100, 8);

  @Test
  void fits_every_kind_of_verdict_as_it_is_written() throws IOException {
    JsonNode written = written(verdicts());

    assertThatCode(() -> JsonForm.of("verdicts").check("v.json", written, ""))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_written_reads_back_equal() throws IOException {
    assertThat(Json.as("v.json", written(verdicts()), Verdicts.class)).isEqualTo(verdicts());
  }

  @Test
  void refuses_a_number_that_is_none() throws IOException {
    Estimate broken = new Estimate("rho", Double.NaN, ESTIMATE.interval(), 1, 1);
    Judgement judgement = judgement(new Verdict.NotRun("why"), Optional.of(evidence(broken)));
    JsonNode written =
        written(new Verdicts(Verdicts.SCHEMA_VERSION, "tiny", "00", List.of(judgement)));

    assertThatThrownBy(() -> JsonForm.of("verdicts").check("v.json", written, ""))
        .isInstanceOf(InputException.class);
  }

  private static JsonNode written(Verdicts verdicts) {
    return Json.tree("v.json", Json.write(verdicts).getBytes(StandardCharsets.UTF_8), "");
  }

  private static Verdicts verdicts() throws IOException {
    List<Judgement> judgements =
        List.of(
            judgement(new Verdict.Reproduced("why"), Optional.of(evidence(ESTIMATE))),
            judgement(new Verdict.Contradicted("why"), Optional.of(evidence(ESTIMATE))),
            judgement(
                new Verdict.Undecided(
                    "why", Optional.of(new SeedsNeeded(3, true, "by rule")), Optional.of(0.1)),
                Optional.empty()),
            judgement(
                new Verdict.Undecided("why", Optional.empty(), Optional.empty()), Optional.empty()),
            judgement(new Verdict.NotRun("why"), Optional.empty()));
    return new Verdicts(Verdicts.SCHEMA_VERSION, "tiny", "00", judgements);
  }

  private static Judgement judgement(Verdict verdict, Optional<Evidence> evidence)
      throws IOException {
    return new Judgement(
        claim(),
        "tiny",
        "For tests.",
        "cpu",
        verdict,
        evidence,
        List.of(new ControlResult("c", "must be 0", true, ESTIMATE, "0")),
        List.of(new Sensitivity(0.5, 0.1, "UNDECIDED")),
        "2".repeat(64),
        new TreeMap<>(Map.of("0".repeat(32), "1".repeat(64))));
  }

  private static Claim claim() throws IOException {
    try (InputStream in =
        VerdictsSchemaTest.class.getResourceAsStream("/magicbench/results/claim/claims.yaml")) {
      return ClaimFile.read("claims.yaml", in).get(0);
    }
  }

  private static Evidence evidence(Estimate effect) {
    DoseResponse curve =
        new DoseResponse(
            "differences", "cosine", List.of(new DoseResponse.Level(1, 0.5, Optional.empty(), 10)));
    TestResult test = new TestResult("sign flip", 8, 0.0078125, 0.0078125);
    return new Evidence(
        "rho",
        "tau",
        effect,
        new TreeMap<>(Map.of(1L, -0.4, 2L, -0.3)),
        test,
        0.015625,
        List.of(test),
        List.of(ESTIMATE),
        List.of(new Breakdown("layer", List.of(new Stratum("0", ESTIMATE, ESTIMATE)))),
        curve,
        List.of(new Stage(0, Optional.of(ESTIMATE), Optional.empty(), curve)),
        Optional.empty(),
        "More than untrained.",
        List.of(ESTIMATE));
  }
}
