package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.experiment;
import static magicbench.results.plan.PlanFixtures.json;
import static magicbench.results.plan.PlanFixtures.scaleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private List<Claim> claims;
  private Scale scale;

  @BeforeEach
  void readTheFixtures() throws IOException {
    claims = PlanFixtures.claims();
    scale = PlanFixtures.scale();
  }

  @Test
  void plans_what_two_claims_share_exactly_once() {
    Plan plan = Planner.plan(claims, scale, Overrides.none());

    assertThat(plan.trials())
        .extracting(Trial::kind)
        .containsExactly(
            "tokenise", "interference-probe", "interference-probe", "interference-probe");
    assertThat(plan.trialsByClaim().values()).hasSize(2).allMatch(ids -> ids.size() == 3);
  }

  @Test
  void gives_a_kind_without_seeds_one_trial_of_no_method() {
    Trial first = Planner.plan(claims, scale, Overrides.none()).trials().get(0);

    assertThat(first.method()).isEqualTo("none");
    assertThat(first.seed()).isZero();
  }

  @Test
  void puts_every_need_before_what_needs_it() {
    Plan plan = Planner.plan(claims, deep(), Overrides.none());

    Set<String> done = new HashSet<>();
    for (Trial trial : plan.trials()) {
      assertThat(done).containsAll(trial.needs());
      done.add(trial.id());
    }
    assertThat(plan.trials()).hasSize(1 + 2 + 2);
  }

  @Test
  void pairs_a_trial_with_the_need_of_its_own_seed() {
    Plan plan = Planner.plan(claims, deep(), Overrides.none());

    Trial probe = trialOf(plan, "interference-probe", 2);
    Trial training = trialOf(plan, "train", 2);
    assertThat(probe.needs()).containsExactly(training.id());
  }

  @Test
  void does_not_depend_on_the_order_of_the_claims() {
    List<Claim> turned = List.of(claims.get(1), claims.get(0));

    assertThat(Planner.plan(turned, scale, Overrides.none()))
        .isEqualTo(Planner.plan(claims, scale, Overrides.none()));
  }

  @Test
  void lays_overrides_over_the_settings_at_every_depth() {
    Overrides overrides =
        Overrides.of(Map.of("tokenise", json("{\"text\": {\"folder\": \"f\"}, \"size\": 3}")));

    Trial tokenise = Planner.plan(claims, scale, overrides).trials().get(0);

    assertThat(tokenise.settings())
        .isEqualTo(
            json(
                "{\"size\": 3, \"text\": {\"folder\": \"f\", \"source\": \"embedded\"},"
                    + " \"vocabularySize\": 400}"));
  }

  @Test
  void an_override_of_a_need_renames_all_that_rests_on_it() {
    Plan plain = Planner.plan(claims, scale, Overrides.none());
    Plan patched =
        Planner.plan(claims, scale, Overrides.of(Map.of("tokenise", json("{\"sha\": \"1\"}"))));

    assertThat(patched.trials())
        .extracting(Trial::id)
        .doesNotContainAnyElementsOf(plain.trials().stream().map(Trial::id).toList());
    assertThat(patched.protocolHash()).isNotEqualTo(plain.protocolHash());
  }

  @Test
  void the_protocol_hash_covers_the_claims() {
    assertThat(Planner.plan(claims.subList(0, 1), scale, Overrides.none()).protocolHash())
        .isNotEqualTo(Planner.plan(claims, scale, Overrides.none()).protocolHash());
  }

  @Test
  void names_an_experiment_that_the_scale_lacks() {
    Scale lacking = scaleOf(Map.of("tokenise", experiment(List.of())));

    assertThatThrownBy(() -> Planner.plan(claims, lacking, Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("scale made: no experiment interference-probe, which claim inter")
        .hasMessageEndingWith("which has only [tokenise]");
  }

  @Test
  void names_a_circle_of_needs() {
    Scale circular =
        scaleOf(
            Map.of(
                "interference-probe", experiment(List.of(1L), "train"),
                "train", experiment(List.of(1L), "interference-probe")));

    assertThatThrownBy(() -> Planner.plan(claims, circular, Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("circle: [interference-probe, train] and interference-probe again");
  }

  @Test
  void names_a_seed_that_a_need_lacks() {
    Scale uneven =
        scaleOf(
            Map.of(
                "interference-probe", experiment(List.of(1L, 2L), "train"),
                "train", experiment(List.of(1L))));

    assertThatThrownBy(() -> Planner.plan(claims, uneven, Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("interference-probe of seed 2 needs train, which has only the");
  }

  @Test
  void plans_nothing_for_no_claims() {
    assertThat(Planner.plan(Collections.emptyList(), scale, Overrides.none()).trials()).isEmpty();
  }

  private static Scale deep() {
    return scaleOf(
        Map.of(
            "interference-probe", experiment(List.of(1L, 2L), "train"),
            "train", experiment(List.of(1L, 2L), "tokenise"),
            "tokenise", experiment(List.of())));
  }

  private static Trial trialOf(Plan plan, String kind, long seed) {
    return plan.trials().stream()
        .filter(trial -> trial.kind().equals(kind) && trial.seed() == seed)
        .findFirst()
        .orElseThrow();
  }
}
