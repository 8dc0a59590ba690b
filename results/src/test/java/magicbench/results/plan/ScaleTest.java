package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

  @ParameterizedTest
  @CsvSource({"1, 16, 1", "8, 16, 8", "8, 2, 2"})
  void runs_as_many_trials_at_once_as_it_asks_for_and_there_are_cores_for(
      int workers, int processors, int atOnce) {
    Scale scale = new Scale("tiny", "", 1, workers, new TreeMap<>());
    assertThat(scale.workersOn(processors)).isEqualTo(atOnce);
  }

  @ParameterizedTest
  @CsvSource({"tiny, true", "large, false"})
  void asks_a_claim_that_names_its_scales_at_those_only(String name, boolean asked)
      throws IOException {
    Claim any = PlanFixtures.claims().get(0);
    Claim claim =
        new Claim(
            any.id(),
            any.version(),
            any.suite(),
            any.title(),
            any.statement(),
            any.source(),
            any.paperValue(),
            any.experiment(),
            any.method(),
            any.metric(),
            any.direction(),
            any.tolerance(),
            any.decision(),
            any.controls(),
            any.changes(),
            List.of("tiny"));
    Scale scale = new Scale(name, "", 1, 1, new TreeMap<>());

    assertThat(scale.asks(claim)).isEqualTo(asked);
    assertThat(scale.asks(any)).isTrue();
  }

  @Test
  void asks_all_claims_of_all_suites_but_those_left_out() throws IOException {
    assertThat(leavingOut("other").asked(SuiteChoice.of("all"), twoSuites()))
        .isEqualTo(PlanFixtures.claims());
  }

  @Test
  void a_suite_that_is_left_out_does_not_pass_for_asked_beside_one_that_is_asked() {
    assertThatThrownBy(
            () -> leavingOut("other").asked(SuiteChoice.of("interference,other"), twoSuites()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("suite other: is not asked at scale tiny");
  }

  private static ClaimRegistry twoSuites() throws IOException {
    return ClaimRegistry.of(
        Map.of("claims.yaml", PlanFixtures.claims(), "o.yaml", PlanFixtures.claimsOf("other")));
  }

  private static Scale leavingOut(String suite) {
    return new Scale(
        "tiny", "", 1, 1, new TreeMap<>(), "", Optional.empty(), List.of(suite), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, alone, true",
    "'', false, alone-wide, true",
    "base, false, alone, true",
    "base, false, alone-wide, false",
    "base, true, alone-wide, true"
  })
  void only_truth_that_the_extended_scale_plans_too_lies_with_that_ones(
      String base, boolean own, String method, boolean shared) {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    Scale.Experiment alone =
        new Scale.Experiment(
            List.of(1L),
            List.of(),
            nothing,
            new TreeMap<>(),
            new TreeMap<>(),
            "alone",
            new TreeMap<>());
    Scale scale =
        new Scale(
            "tiny",
            "",
            1,
            1,
            new TreeMap<>(Map.of("truth", alone)),
            base,
            Optional.of(own),
            List.of(),
            List.of());

    assertThat(scale.isSharedTruth(Trial.of("truth", method, 1, List.of(), nothing)))
        .isEqualTo(shared);
  }

  @Test
  void fresh_seeds_are_shared_by_no_two_draws_and_leave_a_truth_alone() {
    Scale scale =
        PlanFixtures.scaleOf(
            Map.of(
                "train", PlanFixtures.experiment(List.of(1L, 2L)),
                "alone", PlanFixtures.experiment(List.of(101L))));

    Scale fresh = scale.withFreshSeeds(3, Set.of("alone"));

    assertThat(fresh.experiments().get("train").seeds()).containsExactly(3_000_001L, 3_000_002L);
    assertThat(fresh.experiments().get("alone").seeds()).containsExactly(101L);
    assertThat(scale.withFreshSeeds(0, Set.of())).isEqualTo(scale);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_000_001})
  void there_is_no_such_draw(int draw) {
    Scale scale = PlanFixtures.scaleOf(Map.of());

    assertThatThrownBy(() -> scale.withFreshSeeds(draw, Set.of()))
        .isInstanceOf(InputException.class)
        .hasMessage("fresh seeds " + draw + ": no such draw; use a number from 0 to 1000000");
  }
}
