package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

/** Claims that a method reaches the number that a paper prints, here 76.8 less 0.438. */
class StatedLevelTest {

  private static final double[] NEAR = {76.5, 76.6, 76.7, 76.8, 76.9};

  /** Mean 76.7, deviation 0.1581; t(4) at 97.5 % is 2.776445, so half the interval is 0.1963. */
  @Test
  void the_effect_is_the_mean_minus_the_papers_value_with_students_interval() {
    Estimate effect = Reached.judge(Reached.records(NEAR)).evidence().orElseThrow().effect();

    assertThat(effect.name()).isEqualTo("mean taskScore of magic-at minus the paper's 76.8");
    assertThat(effect.value()).isCloseTo(-0.1, offset(1e-9));
    assertThat(effect.bounds().low()).isCloseTo(-0.29632, offset(1e-5));
    assertThat(effect.bounds().high()).isCloseTo(0.09632, offset(1e-5));
  }

  @Test
  void an_interval_wholly_above_the_least_that_counts_reproduces_it() {
    Judgement judgement = Reached.judge(Reached.records(NEAR));

    assertThat(judgement.controls()).allMatch(ControlResult::passed);
    assertThat(judgement.verdict())
        .isEqualTo(
            new Verdict.Reproduced(
                "At bench scale mean taskScore of magic-at minus the paper's 76.8 is -0.100 (95 %"
                    + " interval -0.296 to 0.096, 5 super-net seeds), wholly above the least that"
                    + " counts, 0.438 below the paper's value."));
  }

  @Test
  void an_interval_wholly_below_contradicts_it() {
    Judgement judgement = Reached.judge(Reached.records(74.9, 75.0, 75.1, 75.2, 75.3));

    assertThat(judgement.verdict().word()).isEqualTo("CONTRADICTED");
    assertThat(judgement.verdict().reason()).contains("wholly below the least that counts");
  }

  /**
   * Mean 76.7, deviation 0.2, half the interval 4.302653 x 0.2 / sqrt(3) = 0.4968, which holds a
   * bar at 0.338 from the mean; by Student's it shrinks to 0.3182 with four seeds.
   */
  @Test
  void an_interval_that_holds_the_least_leaves_it_undecided_with_seeds_needed() {
    assertThat(Reached.judge(Reached.records(76.5, 76.7, 76.9)).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.seedsNeeded().orElseThrow())
                    .extracting(SeedsNeeded::atLeast, SeedsNeeded::withinReach)
                    .containsExactly(1, true));
  }

  /** The interval of the worked example ends 0.296 below the paper's value, 0.219 is half. */
  @Test
  void other_tolerances_move_the_least_that_counts() {
    assertThat(Reached.judge(Reached.records(NEAR)).sensitivity())
        .extracting(Sensitivity::verdict)
        .containsExactly("UNDECIDED", "REPRODUCED", "REPRODUCED");
  }

  @Test
  void a_single_seed_has_no_interval_and_leaves_it_undecided() {
    Judgement judgement = Reached.judge(Reached.records(78));

    assertThat(judgement.evidence().orElseThrow().effect().interval()).isEmpty();
    assertThat(judgement.verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> assertThat(undecided.seedsNeeded().orElseThrow().atLeast()).isEqualTo(1));
  }

  @Test
  void seeds_are_shown_as_they_scored_and_as_they_differ_from_the_paper() {
    Evidence evidence = Reached.judge(Reached.records(76.5, 77.0)).evidence().orElseThrow();

    assertThat(evidence.perSeed().get(1L)).isCloseTo(-0.3, offset(1e-9));
    assertThat(evidence.measurements())
        .filteredOn(found -> found.name().equals("magic-at: mean taskScore, seed 2"))
        .extracting(Estimate::value)
        .containsExactly(77.0);
  }

  @Test
  void tasks_count_alike() {
    List<RunRecord> records = new ArrayList<>(Reached.on("one", 76, 77));
    records.addAll(Reached.on("other", 78, 79.5));

    Evidence evidence = Reached.judge(records).evidence().orElseThrow();

    assertThat(evidence.perSeed().get(1L)).isCloseTo(77 - 76.8, offset(1e-9));
    assertThat(evidence.effect().value()).isCloseTo(77.625 - 76.8, offset(1e-9));
  }

  @Test
  void a_network_beyond_the_limit_is_no_answer_and_no_broken_instrument() {
    List<RunRecord> records = new ArrayList<>(Reached.records(NEAR));
    records.set(2, World.withMetric(records.get(2), "multiplyAdds", 600_000_001));

    Judgement judgement = Reached.judge(records);

    assertFails("within-limit", judgement);
    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judgement.controls()).noneMatch(ControlResult::showsBrokenInstrument);
  }

  @Test
  void a_network_at_the_limit_keeps_to_it() {
    List<RunRecord> records = new ArrayList<>(Reached.records(NEAR));
    records.set(2, World.withMetric(records.get(2), "multiplyAdds", 600_000_000));

    assertThat(Reached.judge(records).controls()).allMatch(ControlResult::passed);
  }

  @Test
  void a_record_that_does_not_tell_its_size_fails_the_limit() {
    Metric.Limit limit = new Metric.Limit("operations", 1);
    Judgement judgement =
        Reached.judge(Reached.with(limited(limit), "within-limit"), Reached.records(NEAR));

    assertFails("within-limit", judgement);
    assertThat(judgement.controls().get(0).measured().name())
        .isEqualTo("runs that don't tell their operations");
  }

  @Test
  void a_run_that_was_counted_twice_is_found_out() {
    List<RunRecord> records = new ArrayList<>(Reached.records(NEAR));
    records.set(1, Examination.withLosses(records.get(1), 0.5));
    records.set(2, Examination.withLosses(records.get(2), 0.5));

    assertFails("distinct-trainings", Reached.judge(records));
  }

  @Test
  void networks_that_score_what_chance_does_tell_nothing() {
    assertFails("above-chance", Reached.judge(Reached.records(0.05, 0.1, 0.2)));
  }

  @Test
  void controls_speak_of_one_method_and_of_images() {
    assertThat(Reached.judge(Reached.records(NEAR)).controls())
        .extracting(ControlResult::statement)
        .containsExactly(
            "On every task, the networks score more than what has seen nothing.",
            "No run scored child models on images that it trained on.",
            "Every run measured something of its own.",
            "No network has more than 600000000 multiplyAdds.");
  }

  @Test
  void knows_no_control_that_compares_two_methods() {
    Claim claim = Claims.withControls(Reached.claim(), "within-limit", "equal-size");

    assertThatThrownBy(() -> Estimators.check(claim))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("[above-chance, distinct-trainings, held-out, within-limit]");
  }

  @Test
  void refuses_a_limit_that_no_control_watches() {
    Claim claim = Claims.withControls(Reached.claim(), "held-out");

    assertThatThrownBy(() -> Estimators.check(claim))
        .hasMessageContaining("limit without control within-limit in a claim of kind level");
  }

  @Test
  void refuses_to_watch_a_limit_that_is_not_given() {
    Metric old = Reached.claim().metric();
    Metric none =
        new Metric(old.kind(), old.table(), old.cause(), old.outcome(), List.of(), 1, "", "");
    Claim claim = Reached.with(none, "within-limit");

    assertThatThrownBy(() -> Estimators.check(claim))
        .hasMessageContaining("control within-limit without a limit");
  }

  @Test
  void refuses_another_method_beside_it() {
    Metric old = Reached.claim().metric();
    Claim claim =
        Reached.with(
            new Metric(
                old.kind(), old.table(), old.cause(), old.outcome(), List.of(), 1, "twin", ""));

    assertThatThrownBy(() -> Estimators.check(claim))
        .hasMessageContaining("leave them empty or out: a level is one method's");
  }

  @Test
  void refuses_a_level_that_is_not_reached_from_below() {
    Claim claim = Claims.claim("test.falls", Reached.claim().metric(), Direction.DECREASING);

    assertThatThrownBy(() -> Estimators.check(claim)).isInstanceOf(InputException.class);
  }

  @Test
  void no_other_kind_knows_a_limit() {
    Metric old = Examination.scoresHigher().metric();
    Metric metric =
        new Metric(
            old.kind(),
            old.table(),
            old.cause(),
            old.outcome(),
            List.of(),
            1,
            old.against(),
            "",
            List.of(),
            List.of(),
            Optional.of(new Metric.Limit("multiplyAdds", 1)));

    assertThatThrownBy(() -> Estimators.check(Claims.with(Examination.scoresHigher(), metric)))
        .hasMessageContaining("limit in a metric of kind task-gain; leave it out");
  }

  @Test
  void gives_the_same_bits_whatever_the_order_of_the_records() {
    List<RunRecord> backwards = new ArrayList<>(Reached.records(NEAR));
    Collections.reverse(backwards);

    assertThat(Reached.judge(backwards).evidence())
        .isEqualTo(Reached.judge(Reached.records(NEAR)).evidence());
  }

  private static Metric limited(Metric.Limit limit) {
    Metric old = Reached.claim().metric();
    return new Metric(
        old.kind(),
        old.table(),
        old.cause(),
        old.outcome(),
        List.of(),
        1,
        "",
        "",
        List.of(),
        List.of(),
        Optional.of(limit));
  }

  private static void assertFails(String control, Judgement judgement) {
    assertThat(judgement.controls())
        .filteredOn(result -> !result.passed())
        .extracting(ControlResult::name)
        .containsExactly(control);
  }
}
