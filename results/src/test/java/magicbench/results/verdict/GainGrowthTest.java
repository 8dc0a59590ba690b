package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

/** Claims that one pair's gain is larger than another pair's. */
class GainGrowthTest {

  private static final String LARGE = "found-large";
  private static final String LARGE_TWIN = "twin-large";

  private static Claim growsFrom(List<String> beside) {
    return growsFrom(beside, "gain-growth");
  }

  private static Claim growsFrom(List<String> beside, String kind) {
    Claim claim = Examination.scoresHigher();
    Metric metric =
        new Metric(
            kind,
            "metrics",
            "task",
            "taskScore",
            List.of(),
            1,
            Examination.OTHER,
            "",
            List.of(),
            beside);
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        claim.experiment(),
        claim.method(),
        metric,
        claim.direction(),
        claim.tolerance(),
        claim.decision(),
        List.of("distinct-trainings", "above-chance", "held-out", "equal-size", "smaller-pair"),
        claim.changes());
  }

  private static final Claim GROWS = growsFrom(List.of(LARGE, LARGE_TWIN));

  /** The small pair gains so many points, the large one so many. */
  private static List<RunRecord> records(double small, double large) {
    Examination even = Examination.even();
    List<RunRecord> all = new ArrayList<>(even.withGain(small).records());
    all.addAll(twiceAsLarge(even.withLevel(even.level() + large).of(LARGE)));
    all.addAll(twiceAsLarge(even.of(LARGE_TWIN)));
    return all;
  }

  private static List<RunRecord> twiceAsLarge(List<RunRecord> records) {
    return records.stream()
        .map(
            record ->
                World.withMetric(record, "forwardFlops", 2 * record.metrics().get("forwardFlops")))
        .toList();
  }

  private static Judgement judge(List<RunRecord> records) {
    return Judge.judge(
            List.of(GROWS), Tournament.plan(GROWS, "exam", records), World.scale(), records)
        .judgements()
        .get(0);
  }

  @Test
  void a_gain_that_is_larger_than_the_others_is_found() {
    Judgement judgement = judge(records(5, 1));

    assertThat(judgement.verdict().word()).isEqualTo("REPRODUCED");
    assertThat(judgement.controls()).hasSize(5).allMatch(ControlResult::passed);
    assertThat(judgement.evidence().orElseThrow().effect().name())
        .isEqualTo(
            "growth of the gain of the mean taskScore of found over twin from that of found-large"
                + " over twin-large");
  }

  @Test
  void gains_that_are_as_large_leave_it_undecided_however_large_they_are() {
    assertThat(judge(records(5, 5)).verdict().word()).isEqualTo("UNDECIDED");
  }

  @Test
  void a_smaller_gain_contradicts_it() {
    assertThat(judge(records(1, 5)).verdict().word()).isEqualTo("CONTRADICTED");
  }

  @Test
  void the_growth_is_the_difference_of_both_gains_which_are_told_too() {
    Evidence evidence = judge(records(5, 1)).evidence().orElseThrow();
    double small = evidence.measurements().get(0).value();
    double large = evidence.measurements().get(1).value();

    assertThat(evidence.effect().value()).isCloseTo(small - large, within(1e-9));
    assertThat(evidence.perSeed()).hasSize(8);
    assertThat(evidence.effect().bounds().low()).isLessThan(evidence.effect().value());
  }

  @Test
  void a_control_that_fails_for_the_other_pair_alone_fails() {
    List<RunRecord> records =
        records(5, 1).stream()
            .map(
                record ->
                    record.trial().method().equals(LARGE)
                        ? World.withMetric(record, "parameters", 2000.0)
                        : record)
            .toList();

    assertThat(judge(records).controls())
        .filteredOn(control -> !control.passed())
        .extracting(ControlResult::name)
        .containsExactly("equal-size");
  }

  @Test
  void the_same_losses_are_a_fault_even_of_one_network_and_seed() {
    List<RunRecord> records =
        records(5, 1).stream()
            .map(
                record -> record.trial().seed() == 3 ? Examination.withLosses(record, 0.5) : record)
            .toList();

    assertThat(judge(records).controls())
        .filteredOn(control -> !control.passed())
        .extracting(ControlResult::name)
        .containsExactly("distinct-trainings");
  }

  @Test
  void a_pair_that_is_no_smaller_than_the_other_one_is_found_out() {
    List<RunRecord> records =
        records(5, 1).stream()
            .map(
                record ->
                    record.trial().seed() == 2
                        ? World.withMetric(record, "forwardFlops", 5000.0)
                        : record)
            .toList();

    ControlResult failed =
        judge(records).controls().stream()
            .filter(control -> !control.passed())
            .findFirst()
            .orElseThrow();
    assertThat(failed.name()).isEqualTo("smaller-pair");
    assertThat(failed.measured().value()).isEqualTo(1);
  }

  @Test
  void a_difference_that_is_less_below_zero_is_larger_too() {
    Evidence evidence = judge(records(-1, -5)).evidence().orElseThrow();

    assertThat(evidence.measurements().get(0).value()).isNegative();
    assertThat(evidence.effect().value()).isBetween(3.0, 5.0);
  }

  @Test
  void it_is_told_task_by_task() {
    Evidence evidence = judge(records(5, 1)).evidence().orElseThrow();
    Breakdown byTask = evidence.breakdowns().get(0);

    assertThat(byTask.strata())
        .extracting(Stratum::name)
        .containsExactly("grammar", "likeness", "meaning");
    double mean =
        byTask.strata().stream().mapToDouble(task -> task.effect().value()).average().orElseThrow();
    assertThat(mean).isCloseTo(evidence.effect().value(), within(1e-9));
  }

  @Test
  void a_single_seed_tells_no_spread() {
    List<RunRecord> one =
        records(5, 1).stream().filter(record -> record.trial().seed() == 1).toList();

    Estimate effect = judge(one).evidence().orElseThrow().effect();
    assertThat(effect.bounds().low()).isEqualTo(-400);
    assertThat(effect.bounds().high()).isEqualTo(400);
  }

  @Test
  void it_names_two_methods_beside_it_and_no_other_kind_does() {
    assertThatThrownBy(() -> Estimators.check(growsFrom(List.of())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("beside [] in a metric of kind gain-growth; name two other methods");
    assertThatThrownBy(() -> Estimators.check(growsFrom(List.of(LARGE, LARGE))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("beside [found-large, found-large]");
    assertThatThrownBy(
            () -> Estimators.check(growsFrom(List.of(Examination.OTHER, Examination.METHOD))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("beside [twin, found]");
    assertThatThrownBy(() -> Estimators.check(growsFrom(List.of(LARGE, LARGE_TWIN), "task-gain")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("leave it out");
  }
}
