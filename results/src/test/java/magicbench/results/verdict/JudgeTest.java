package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.stats.Interval;
import magicbench.results.stats.MeanInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {

  private static final World STRONG = World.ofNoise().withSlope(0.5);

  @Test
  void decides_by_an_interval_no_narrower_than_students_over_the_seeds() {
    Evidence evidence = STRONG.judge(Claims.falls()).evidence().orElseThrow();
    double[] perSeed =
        evidence.perSeed().values().stream().mapToDouble(Double::doubleValue).toArray();
    Interval overSeeds = MeanInterval.studentT(perSeed, evidence.effect().bounds().confidence());
    assertThat(evidence.effect().bounds().low()).isLessThanOrEqualTo(overSeeds.low());
    assertThat(evidence.effect().bounds().high()).isGreaterThanOrEqualTo(overSeeds.high());
  }

  @Test
  void is_reproduced_when_the_whole_interval_lies_beyond_the_tolerance() {
    Judgement judgement = STRONG.judge(Claims.falls());

    assertThat(judgement.verdict()).isInstanceOf(Verdict.Reproduced.class);
    assertThat(judgement.evidence().orElseThrow().effect().bounds().high()).isLessThan(-0.2);
    assertThat(judgement.evidence().orElseThrow().test().pValue()).isEqualTo(2.0 / 256);
  }

  @Test
  void names_scale_effect_and_p_value_in_its_reason() {
    assertThat(STRONG.judge(Claims.falls()).verdict().reason())
        .matches(
            "At bench scale Spearman's rho of gradientCosine on differences is -0\\.\\d{3}"
                + " \\(95 % interval -0\\.\\d{3} to -0\\.\\d{3}, 8 super-net seeds\\), wholly beyond"
                + " the tolerance of 0\\.200 in the claimed direction;"
                + " exact sign-flip p = 0\\.0078\\.");
  }

  @Test
  void is_contradicted_when_the_effect_points_the_other_way() {
    assertThat(World.ofNoise().withSlope(-0.5).judge(Claims.falls()).verdict())
        .isInstanceOf(Verdict.Contradicted.class)
        .extracting(Verdict::reason)
        .asString()
        .contains("the opposite of what is claimed");
  }

  @Test
  void is_contradicted_when_there_is_no_effect() {
    assertThat(World.ofNoise().withBases(8).judge(Claims.falls()).verdict())
        .isInstanceOf(Verdict.Contradicted.class)
        .extracting(Verdict::reason)
        .asString()
        .contains("absent or too small to count");
  }

  @Test
  void is_undecided_when_seeds_are_missing() {
    assertThat(STRONG.withSeeds(4).judge(Claims.falls()).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> {
              assertThat(undecided.seedsNeeded().orElseThrow().phrase())
                  .isEqualTo("at least 2 more super-net seeds");
              assertThat(undecided.reason()).contains("can't go below p = 0.13");
            });
  }

  @Test
  void is_undecided_with_a_single_seed_and_still_shows_evidence() {
    Judgement judgement = STRONG.withSeeds(1).judge(Claims.falls());

    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judgement.evidence()).isPresent();
  }

  @Test
  void needs_more_seeds_in_a_larger_family() {
    Claim first = Claims.falls();
    Claim second = Claims.renamed(first, "test.second", 1);
    World world = STRONG.withSeeds(6);

    List<Judgement> together =
        Judge.judge(
                List.of(first, second), world.plan(first, second), World.scale(), world.records())
            .judgements();

    assertThat(world.word(first)).isEqualTo("REPRODUCED");
    assertThat(together)
        .extracting(judgement -> judgement.evidence().orElseThrow().adjustedPValue())
        .containsExactly(0.0625, 0.0625);
    assertThat(together)
        .allSatisfy(judgement -> assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED"));
  }

  @Test
  void is_undecided_when_a_control_fails() {
    assertThat(STRONG.withSelfCosine(0.99).judge(Claims.falls()).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> {
              assertThat(undecided.seedsNeeded()).isEmpty();
              assertThat(undecided.reason()).contains("the control same-child-twice found 0.990");
            });
  }

  @Test
  void is_not_run_without_records() {
    assertThat(STRONG.judge(Claims.falls(), List.of()).verdict())
        .isEqualTo(
            new Verdict.NotRun(
                "At bench scale: 8 of 8 planned trials without a record ("
                    + named(1)
                    + ", "
                    + named(2)
                    + ", "
                    + named(3)
                    + ", "
                    + named(4)
                    + ", "
                    + named(5)
                    + " and 3 more); to make what is missing, run 'magicbench run --scale bench'."));
  }

  @Test
  void is_not_run_when_one_record_is_missing_and_one_diverged() {
    List<RunRecord> records = new ArrayList<>(STRONG.records().subList(1, 7));
    records.add(World.record(World.trial(8), Outcome.DIVERGED, "loss is NaN", new TreeMap<>()));

    assertThat(STRONG.judge(Claims.falls(), records).verdict().reason())
        .isEqualTo(
            "At bench scale: 1 of 8 planned trials without a record ("
                + named(1)
                + "); to make what is missing, run 'magicbench run --scale bench'; 1 of 8 planned"
                + " trials not completed ("
                + named(8)
                + " diverged, loss is NaN); see each note, mend the cause and run"
                + " 'magicbench run --scale bench --recompute'.");
  }

  private static String named(long seed) {
    return "seed " + seed + ": " + World.trial(seed).id().substring(0, 8);
  }

  @Test
  void is_not_run_when_the_plan_has_no_trials_for_the_claim() {
    Claim unplanned = Claims.renamed(Claims.falls(), "test.unplanned", 1);

    Judgement judgement =
        Judge.judge(List.of(unplanned), STRONG.plan(), World.scale(), STRONG.records())
            .judgements()
            .get(0);

    assertThat(judgement.verdict()).isInstanceOf(Verdict.NotRun.class);
    assertThat(judgement.device()).isEqualTo("none");
  }

  @Test
  void is_undecided_when_the_outcome_does_not_vary() {
    World still = new World(8, 2, 0, 0, 0, 0, 1, 0.5);

    assertThat(still.judge(Claims.falls()).verdict().reason()).contains("doesn't vary");
  }

  @Test
  void tells_how_the_verdict_hangs_on_the_tolerance() {
    assertThat(World.ofNoise().withSlope(0.12).judge(Claims.falls()).sensitivity())
        .containsExactly(
            new Sensitivity(0.5, 0.1, "REPRODUCED"),
            new Sensitivity(1, 0.2, "REPRODUCED"),
            new Sensitivity(2, 0.4, "UNDECIDED"));
  }

  @Test
  void reproduces_an_association_that_stands_with_differences_held_fixed() {
    assertThat(World.ofNoise().withGain(0.2).word(Claims.rises())).isEqualTo("REPRODUCED");
  }

  @Test
  void does_not_reproduce_an_association_that_runs_through_differences_alone() {
    Claim plain =
        Claims.claim(
            "test.plain",
            Claims.metric("rank-correlation", "inputSimilarity"),
            Direction.INCREASING);

    assertThat(STRONG.withBases(8).word(plain)).isEqualTo("REPRODUCED");
    assertThat(STRONG.withBases(8).word(Claims.rises())).isEqualTo("CONTRADICTED");
  }

  @Test
  void counts_planned_claims_without_evidence_when_it_shares_the_level() {
    Claim first = Claims.renamed(Claims.falls(), "test.first", 1);
    Claim lost = Claims.renamed(Claims.falls(), "test.lost", 1);
    World world = STRONG.withSeeds(6);
    Plan plan = planOfBoth(world, first, lost);

    List<Judgement> judged =
        Judge.judge(List.of(first, lost), plan, World.scale(), world.records()).judgements();

    assertThat(judged.get(0).evidence().orElseThrow().adjustedPValue()).isEqualTo(0.0625);
    assertThat(judged.get(0).verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judged.get(1).verdict().word()).isEqualTo("NOT_RUN");
  }

  private static Plan planOfBoth(World world, Claim first, Claim lost) {
    Trial never = World.trial(99);
    List<Trial> trials = new ArrayList<>(world.plan(first).trials());
    trials.add(never);
    SortedMap<String, List<String>> byClaim = new TreeMap<>(world.plan(first).trialsByClaim());
    byClaim.put(lost.id(), List.of(never.id()));
    return new Plan(Plan.SCHEMA_VERSION, "bench", "0123456789abcdef", trials, byClaim);
  }

  @Test
  void keeps_the_hash_of_every_record_that_it_read() {
    List<RunRecord> records = STRONG.records();

    SortedMap<String, String> kept = STRONG.judge(Claims.falls(), records).records();

    assertThat(kept).hasSize(8);
    assertThat(kept.get(records.get(2).trial().id())).isEqualTo(RecordFile.sha256(records.get(2)));
  }

  @Test
  void judges_a_folder_of_records_as_the_records_themselves(@TempDir Path folder) {
    Claim claim = Claims.falls();
    for (RunRecord record : STRONG.records()) {
      RecordFile.write(folder.resolve(record.trial().id() + ".json"), record);
    }

    assertThat(Judge.judge(List.of(claim), STRONG.plan(claim), World.scale(), folder))
        .isEqualTo(
            Judge.judge(List.of(claim), STRONG.plan(claim), World.scale(), STRONG.records()));
  }

  @Test
  void refuses_two_records_of_one_seed() {
    List<RunRecord> records = new ArrayList<>(STRONG.records());
    records.add(records.get(2));

    assertThatThrownBy(() -> STRONG.judge(Claims.falls(), records))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("claim test.falls: seed 3 has two records");
  }

  @Test
  void passes_over_records_of_trials_that_are_not_planned() {
    List<RunRecord> more = STRONG.withSeeds(9).records();

    assertThat(STRONG.judge(Claims.falls(), more)).isEqualTo(STRONG.judge(Claims.falls()));
  }

  @Test
  void gives_the_same_bytes_whatever_the_order_of_records() {
    List<RunRecord> reversed = new ArrayList<>(STRONG.records());
    Collections.reverse(reversed);

    assertThat(Json.write(STRONG.judge(Claims.falls(), reversed)))
        .isEqualTo(Json.write(STRONG.judge(Claims.falls())));
  }

  @Test
  void names_the_known_columns_when_one_is_unknown() {
    Claim wrong = Claims.with(Claims.falls(), Claims.metric("rank-correlation", "diferences"));

    assertThatThrownBy(() -> STRONG.judge(wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("claim test.falls: table pairs has no numeric column diferences")
        .hasMessageContaining("differences, gradientCosine");
  }

  @Test
  void refuses_a_plan_of_another_scale() {
    Scale other = new Scale("other", "", 1, 1, new TreeMap<>());
    Claim claim = Claims.falls();

    assertThatThrownBy(
            () -> Judge.judge(List.of(claim), STRONG.plan(claim), other, STRONG.records()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other");
  }
}
