package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "REPRODUCED,   REPRODUCED,   SAME",
    "REPRODUCED,   UNDECIDED,    WORSE",
    "REPRODUCED,   CONTRADICTED, WORSE",
    "REPRODUCED,   NOT_RUN,      WORSE",
    "UNDECIDED,    REPRODUCED,   BETTER",
    "UNDECIDED,    UNDECIDED,    SAME",
    "UNDECIDED,    CONTRADICTED, WORSE",
    "UNDECIDED,    NOT_RUN,      WORSE",
    "CONTRADICTED, REPRODUCED,   BETTER",
    "CONTRADICTED, UNDECIDED,    BETTER",
    "CONTRADICTED, CONTRADICTED, SAME",
    "CONTRADICTED, NOT_RUN,      WORSE",
    "NOT_RUN,      CONTRADICTED, BETTER"
  })
  void orders_verdicts(String before, String now, Comparison.Kind kind) {
    Comparison comparison =
        Comparison.of(
            Handmade.verdicts(Handmade.judgement(Claims.falls(), verdict(now))),
            accepted(before, 1));

    assertThat(comparison.changes())
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(kind));
  }

  @Test
  void takes_a_claim_of_another_version_for_new() {
    Claim second = Claims.renamed(Claims.falls(), "test.falls", 2);

    Comparison comparison =
        Comparison.of(
            Handmade.verdicts(Handmade.judgement(second, Handmade.CONTRADICTED)),
            accepted("REPRODUCED", 1));

    assertThat(comparison.of(Comparison.Kind.NEW))
        .extracting(Comparison.Change::statement)
        .containsExactly("The claim changed to version 2; now CONTRADICTED.");
  }

  @Test
  void tells_new_claims_from_missing_ones() {
    Comparison comparison =
        Comparison.of(
            Handmade.verdicts(Handmade.judgement(Claims.rises(), Handmade.REPRODUCED)),
            accepted("REPRODUCED", 1));

    assertThat(comparison.changes())
        .extracting(Comparison.Change::claimId, Comparison.Change::kind)
        .containsExactly(
            tuple("test.falls", Comparison.Kind.MISSING), tuple("test.rises", Comparison.Kind.NEW));
  }

  @Test
  void says_what_changed_with_both_effects() {
    Comparison comparison =
        Comparison.of(
            Handmade.verdicts(Handmade.judgement(Claims.falls(), Handmade.UNDECIDED)),
            accepted("REPRODUCED", 1));

    assertThat(comparison.of(Comparison.Kind.WORSE))
        .extracting(Comparison.Change::statement)
        .containsExactly("REPRODUCED (-0.700) became UNDECIDED (-0.625).");
  }

  @Test
  void refuses_verdicts_of_another_device() {
    Verdicts verdicts = Handmade.verdicts(Handmade.judgement(Claims.falls(), Handmade.REPRODUCED));
    AcceptedVerdicts gpu = new AcceptedVerdicts(1, "bench", "gpu", "abc", new TreeMap<>());

    assertThatThrownBy(() -> Comparison.of(verdicts, gpu))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("on gpu");
  }

  private static AcceptedVerdicts accepted(String word, int version) {
    TreeMap<String, AcceptedVerdicts.Entry> entries = new TreeMap<>();
    entries.put(
        "test.falls",
        new AcceptedVerdicts.Entry(
            version, word, Optional.of(-0.7), Optional.empty(), Optional.empty(), new TreeMap<>()));
    return new AcceptedVerdicts(1, "bench", "cpu", "abc", entries);
  }

  private static Verdict verdict(String word) {
    return switch (word) {
      case "REPRODUCED" -> Handmade.REPRODUCED;
      case "CONTRADICTED" -> Handmade.CONTRADICTED;
      case "UNDECIDED" -> Handmade.UNDECIDED;
      default -> Handmade.NOT_RUN;
    };
  }
}
