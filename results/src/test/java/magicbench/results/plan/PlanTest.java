package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.experiment;
import static magicbench.results.plan.PlanFixtures.json;
import static magicbench.results.plan.PlanFixtures.scaleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanTest {

  private Plan plan;

  @BeforeEach
  void planTrainingsAndProbesOfTwoSeeds() throws IOException {
    plan =
        Planner.plan(
            PlanFixtures.claims(),
            scaleOf(
                Map.of(
                    "text", new Scale.Experiment(List.of(), List.of(), json("{}")),
                    "train", experiment(List.of(1L, 2L), "text"),
                    "interference-probe", experiment(List.of(1L, 2L), "train"))),
            Overrides.none());
  }

  @Test
  void seeds_do_not_change_the_design_but_settings_do() throws IOException {
    Claim claim = PlanFixtures.claims().get(0);
    String design = planOf(List.of(1L, 2L), "{}").designHash(claim);

    assertThat(planOf(List.of(7L), "{}").designHash(claim)).isEqualTo(design);
    assertThat(planOf(List.of(1L, 2L), "{\"steps\": 9}").designHash(claim)).isNotEqualTo(design);
  }

  /** Settings of a kind that the judged one needs. */
  private static Plan planOf(List<Long> seeds, String settings) throws IOException {
    return Planner.plan(
        PlanFixtures.claims(),
        scaleOf(
            Map.of(
                "train",
                new Scale.Experiment(seeds, List.of(), json(settings)),
                "interference-probe",
                experiment(seeds, "train"))),
        Overrides.none());
  }

  @Test
  void a_part_keeps_the_wanted_trials_in_their_order() {
    assertThat(plan.only(trial -> trial.seed() == 2).trials())
        .extracting(Trial::kind)
        .containsExactly("train", "interference-probe");
  }

  @Test
  void a_part_keeps_what_settles_each_claim() {
    Plan part = plan.only(trial -> false);

    assertThat(part.trialsByClaim()).isEqualTo(plan.trialsByClaim());
    assertThat(part.protocolHash()).isEqualTo(plan.protocolHash());
  }

  @Test
  void a_kind_comes_with_all_that_it_needs_and_nothing_else() {
    assertThat(plan.ofKinds(List.of("train")).trials())
        .extracting(Trial::kind)
        .containsExactly("text", "train", "train");
  }

  @Test
  void needs_of_needs_come_too() {
    assertThat(plan.ofKinds(List.of("interference-probe"))).isEqualTo(plan);
  }

  @Test
  void an_unknown_kind_is_told_with_the_known_ones() {
    assertThatThrownBy(() -> plan.ofKinds(List.of("train", "trian")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "plan at scale made: no trial of kind trian;"
                + " use some of [interference-probe, text, train]");
  }

  @Test
  void a_trial_lies_one_level_deeper_than_the_deepest_of_what_it_needs() {
    Map<String, Integer> levels = plan.levels();

    assertThat(plan.trials())
        .allSatisfy(
            trial ->
                assertThat(levels.get(trial.id()))
                    .isEqualTo(
                        List.of("text", "train", "interference-probe").indexOf(trial.kind())));
  }

  @Test
  void some_trials_come_with_what_they_need() {
    String last = plan.trials().get(plan.trials().size() - 1).id();

    assertThat(plan.withNeeds(trial -> trial.id().equals(last)).trials())
        .extracting(Trial::kind)
        .containsExactly("text", "train", "interference-probe");
  }
}
