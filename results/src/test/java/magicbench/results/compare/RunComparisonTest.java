package magicbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import magicbench.results.stats.Welch;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

  private static final Run CLEAR = Pairs.run("clear", 6, 0.1);
  private static final Run NOISY = Pairs.run("noisy", 6, 0.9);
  private static final Run MORE_SEEDS = Pairs.run("more", 7, 0.9);

  private static Difference difference(Run before, Run after) {
    return RunComparison.of(before, after).claims().get(0).difference().orElseThrow();
  }

  private static double[] perSeed(Run run) {
    return run.verdicts().judgements().get(0).evidence().orElseThrow().perSeed().values().stream()
        .mapToDouble(x -> x)
        .toArray();
  }

  private static Set<Category> differing(RunComparison comparison) {
    return comparison.facts().stream()
        .filter(fact -> fact.state() == Fact.State.DIFFERENT)
        .map(Fact::category)
        .collect(Collectors.toSet());
  }

  @Test
  void seeds_of_the_same_trials_are_paired() {
    Difference difference = difference(CLEAR, NOISY);

    assertThat(difference.paired()).isTrue();
    assertThat(difference.how()).isEqualTo("paired by seed: Student\u2019s t, exact sign flip");
    assertThat(difference.value()).isNegative();
    assertThat(difference.interval().orElseThrow().contains(difference.value())).isTrue();
    assertThat(difference.test().orElseThrow().smallestPValue()).isEqualTo(2.0 / 64);
  }

  @Test
  void other_seeds_are_independent_samples() {
    Difference difference = difference(CLEAR, MORE_SEEDS);
    Welch welch = Welch.of(perSeed(CLEAR), perSeed(MORE_SEEDS), 0.95);

    assertThat(difference.paired()).isFalse();
    assertThat(difference.how())
        .startsWith(
            "unpaired (other trials, but 28 on both sides, so not wholly independent): Welch, df ");
    assertThat(difference.interval()).contains(welch.interval());
    assertThat(difference.adjustedPValue()).contains(welch.test().pValue());
  }

  @Test
  void other_settings_of_the_same_seeds_are_independent_samples() {
    assertThat(difference(CLEAR, Pairs.set(CLEAR, "steps", 500)).paired()).isFalse();
  }

  @Test
  void the_same_trials_are_paired_at_a_scale_of_another_name() {
    Judgement judgement = CLEAR.verdicts().judgements().get(0);
    Judgement renamed =
        new Judgement(
            judgement.claim(),
            "wide",
            judgement.scaleStatement(),
            judgement.device(),
            judgement.verdict(),
            judgement.evidence(),
            judgement.controls(),
            judgement.sensitivity(),
            "another hash",
            judgement.records());
    Run wide = Run.of("wide", new Verdicts(2, "wide", "0", List.of(renamed)), List.of());

    assertThat(difference(CLEAR, wide).paired()).isTrue();
  }

  @Test
  void the_difference_is_that_of_the_effects() {
    ClaimChange claim = RunComparison.of(CLEAR, NOISY).claims().get(0);

    double before = claim.before().flatMap(Standing::effect).orElseThrow().value();
    double after = claim.after().flatMap(Standing::effect).orElseThrow().value();
    assertThat(claim.difference().orElseThrow().value()).isCloseTo(after - before, within(1e-12));
  }

  @Test
  void a_claim_of_one_side_has_no_difference() {
    Run unjudged = new Run("bare", new Verdicts(2, "bench", "0", List.of()), CLEAR.records());

    ClaimChange claim = RunComparison.of(unjudged, CLEAR).claims().get(0);

    assertThat(claim.before()).isEmpty();
    assertThat(claim.difference()).isEmpty();
  }

  @Test
  void another_machine_that_measures_the_same_is_all_that_differs() {
    RunComparison comparison = RunComparison.of(CLEAR, Pairs.made(CLEAR, Pairs::elsewhere));

    assertThat(differing(comparison)).containsExactlyInAnyOrder(Category.MACHINE, Category.DATA);
    assertThat(comparison.essence())
        .isEqualTo("Nothing that was measured differs; data and machine do.");
  }

  @Test
  void a_setting_is_told_by_its_dotted_name_once_for_all_methods() {
    RunComparison comparison = RunComparison.of(CLEAR, Pairs.set(CLEAR, "steps", 500));

    assertThat(comparison.facts())
        .filteredOn(fact -> fact.state() == Fact.State.DIFFERENT)
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.name()).isEqualTo("training.steps (net)");
              assertThat(fact.before().values()).containsExactly("not set");
              assertThat(fact.after().values()).containsExactly("500");
            });
  }

  @Test
  void another_seed_is_told_by_kind() {
    assertThat(differing(RunComparison.of(CLEAR, MORE_SEEDS)))
        .containsExactlyInAnyOrder(Category.SEEDS, Category.TRIALS);
  }

  @Test
  void seeds_and_settings_that_go_together_otherwise_are_not_taken_for_the_same() {
    Run one = Pairs.set(CLEAR, "steps", 1);
    Run other = Pairs.set(CLEAR, "steps", 2);
    List<RunRecord> crossed = Crossed.seeds(one, other, true);
    List<RunRecord> straight = Crossed.seeds(one, other, false);

    RunComparison comparison =
        RunComparison.of(
            Run.of("a", CLEAR.verdicts(), straight), Run.of("b", CLEAR.verdicts(), crossed));

    assertThat(differing(comparison)).containsExactly(Category.TRIALS);
    assertThat(comparison.trials().shared()).isPositive();
    assertThat(comparison.trials().onlyAfter()).isNotEmpty();
  }

  @Test
  void a_metric_s_last_digits_are_found_and_times_are_not() {
    TrialChanges measured =
        RunComparison.of(CLEAR, Pairs.moved(CLEAR, "meanScore", 1e-12)).trials();
    TrialChanges timed = RunComparison.of(CLEAR, Pairs.moved(CLEAR, "probeSeconds", 3)).trials();

    assertThat(measured.shared() - measured.same()).isEqualTo(12);
    assertThat(measured.differing().get(0).differences())
        .singleElement()
        .asString()
        .startsWith("metric meanScore: ");
    assertThat(timed.differing()).allSatisfy(trial -> assertThat(trial.differences()).isEmpty());
  }

  @Test
  void processor_time_is_compared_by_kind() {
    RunComparison comparison = RunComparison.of(CLEAR, Pairs.made(CLEAR, Pairs::elsewhere));

    assertThat(comparison.costs()).extracting(CostChange::kind).containsExactly("alone", "net");
    assertThat(comparison.costs()).allSatisfy(cost -> assertThat(cost.cpuRatio()).contains(2.0));
  }
}
