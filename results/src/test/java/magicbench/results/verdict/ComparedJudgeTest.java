package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.junit.jupiter.api.Test;

/** Claims that hold one method against another, in laboratories whose truth is known. */
class ComparedJudgeTest {

  private static final Claim RANKS = Tournament.ranksBetter();
  private static final Claim INTERFERES = Tournament.interferesLess();

  @Test
  void a_method_that_sees_child_models_more_clearly_is_found_to_rank_better() {
    Judgement judgement = Tournament.judge(RANKS, Tournament.even().withNoise(0.1).records());
    assertThat(judgement.verdict().word()).isEqualTo("REPRODUCED");
    assertThat(judgement.evidence().orElseThrow().effect().value()).isBetween(0.2, 0.6);
  }

  @Test
  void a_method_that_sees_them_no_better_is_not() {
    Judgement judgement = Tournament.judge(RANKS, Tournament.even().records());
    assertThat(judgement.verdict().word()).isIn("UNDECIDED", "CONTRADICTED");
    assertThat(judgement.controls()).allMatch(ControlResult::passed);
  }

  @Test
  void a_method_that_sees_them_worse_is_contradicted() {
    Judgement judgement = Tournament.judge(RANKS, Tournament.even().withOtherNoise(0.1).records());
    assertThat(judgement.verdict().word()).isEqualTo("CONTRADICTED");
  }

  @Test
  void the_gain_is_the_difference_of_agreements_averaged_over_evaluations() {
    Tournament noiseless = new Tournament(2, 12, 0, 0.4, 0, 0.5, 0.5);
    Evidence evidence = Tournament.judge(RANKS, noiseless.records()).evidence().orElseThrow();
    double other =
        evidence.measurements().stream()
            .filter(found -> found.name().equals("Kendall's tau-b of plain"))
            .findFirst()
            .orElseThrow()
            .value();
    assertThat(evidence.effect().value()).isCloseTo(1 - other, offset(1e-12));
  }

  @Test
  void the_ceiling_is_what_truth_seeds_have_in_common() {
    Tournament noiseless = new Tournament(2, 12, 0.4, 0.4, 0, 0.5, 0.5);
    Evidence evidence = Tournament.judge(RANKS, noiseless.records()).evidence().orElseThrow();
    assertThat(evidence.measurements())
        .filteredOn(found -> found.name().startsWith("noise ceiling"))
        .singleElement()
        .satisfies(found -> assertThat(found.value()).isEqualTo(1));
  }

  @Test
  void more_similar_gradients_are_found() {
    Judgement judgement = Tournament.judge(INTERFERES, Tournament.even().withCosine(0.7).records());
    assertThat(judgement.verdict().word()).isEqualTo("REPRODUCED");
    assertThat(judgement.evidence().orElseThrow().effect().value()).isBetween(0.18, 0.22);
    assertThat(judgement.evidence().orElseThrow().curve().levels()).hasSize(7);
  }

  @Test
  void equally_similar_gradients_contradict_a_gain() {
    Judgement judgement = Tournament.judge(INTERFERES, Tournament.even().records());
    assertThat(judgement.verdict().word()).isEqualTo("CONTRADICTED");
  }

  @Test
  void one_method_under_the_others_name_is_found_out() {
    Tournament even = Tournament.even();
    List<RunRecord> renamed =
        even.nets(Tournament.OTHER).stream()
            .map(record -> renamed(record, Tournament.METHOD))
            .toList();
    assertFails(
        "distinct-runs",
        Stream.of(renamed, even.nets(Tournament.OTHER), even.truth())
            .flatMap(List::stream)
            .toList());
  }

  @Test
  void a_seed_that_was_run_twice_is_found_out() {
    List<RunRecord> records = new ArrayList<>(Tournament.even().withNoise(0.1).records());
    records.set(1, withTables(records.get(1), records.get(0).tables()));
    assertFails("distinct-runs", records);
  }

  @Test
  void a_shuffled_truth_is_found_out() {
    Tournament clear = Tournament.even().withNoise(0.1);
    for (long seed = 1; seed <= 3; seed++) {
      List<RunRecord> truth = new ArrayList<>(clear.truth());
      List<SortedMap<String, Table>> tables =
          new ArrayList<>(truth.stream().map(RunRecord::tables).toList());
      Collections.shuffle(tables, new Random(seed));
      List<RunRecord> shuffled = new ArrayList<>();
      for (int i = 0; i < truth.size(); i++) {
        shuffled.add(withLossesOf(truth.get(i), tables.get(i)));
      }
      List<RunRecord> records = new ArrayList<>(clear.nets(Tournament.METHOD));
      records.addAll(clear.nets(Tournament.OTHER));
      records.addAll(shuffled);
      assertThat(Tournament.judge(RANKS, records).verdict().word()).isNotEqualTo("REPRODUCED");
      assertFails("ranks-at-all", records);
    }
  }

  @Test
  void a_collapsed_run_is_found_out() {
    List<RunRecord> records = new ArrayList<>(Tournament.even().withNoise(0.1).records());
    records.set(0, World.withMetric(records.get(0), "meanScore", 6.5));
    assertFails("no-collapse", records);
  }

  @Test
  void scores_of_what_was_trained_on_are_found_out() {
    List<RunRecord> records = new ArrayList<>(Tournament.even().withNoise(0.1).records());
    records.set(0, World.withMetric(records.get(0), "scoredShareInTraining", 1));
    assertFails("held-out", records);
    assertThat(Tournament.judge(RANKS, records).controls())
        .filteredOn(ControlResult::showsBrokenInstrument)
        .extracting(ControlResult::name)
        .containsExactly("held-out");
  }

  @Test
  void a_run_that_does_not_say_what_it_scored_on_is_not_trusted() {
    List<RunRecord> records = new ArrayList<>(Tournament.even().withNoise(0.1).records());
    records.set(0, World.withMetric(records.get(0), "scoredShareInTraining", Double.NaN));
    assertFails("held-out", records);
  }

  @Test
  void five_seeds_can_settle_nothing() {
    Judgement judgement =
        Tournament.judge(RANKS, Tournament.even().withNoise(0.05).withSeeds(4).records());
    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judgement.verdict().toString()).contains("the exact test can't go below");
  }

  @Test
  void methods_with_other_seeds_are_refused() {
    Tournament even = Tournament.even();
    List<RunRecord> records = new ArrayList<>(even.nets(Tournament.METHOD));
    records.addAll(even.withSeeds(7).nets(Tournament.OTHER));
    records.addAll(even.truth());
    assertThatThrownBy(() -> Tournament.judge(RANKS, records))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("they are compared seed by seed");
  }

  @Test
  void a_child_model_without_a_truth_is_refused_by_name() {
    Tournament even = Tournament.even();
    List<RunRecord> records = new ArrayList<>(even.nets(Tournament.METHOD));
    records.addAll(even.nets(Tournament.OTHER));
    even.truth().stream()
        .filter(record -> !record.trial().settings().toString().contains("child107"))
        .forEach(records::add);
    assertThatThrownBy(() -> Tournament.judge(RANKS, records))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("child107");
  }

  @Test
  void a_metric_that_lacks_what_its_kind_needs_is_refused() {
    Metric metric = RANKS.metric();
    Metric withoutTruth =
        new Metric(
            metric.kind(),
            metric.table(),
            metric.cause(),
            metric.outcome(),
            List.of(),
            1,
            "plain",
            "");
    Metric againstItself =
        new Metric(
            metric.kind(),
            metric.table(),
            metric.cause(),
            metric.outcome(),
            List.of(),
            1,
            "fancy",
            "alone");
    assertThatThrownBy(() -> Estimators.check(Claims.with(RANKS, withoutTruth)))
        .hasMessageContaining("name the kind of trial that holds the truth");
    assertThatThrownBy(() -> Estimators.check(Claims.with(RANKS, againstItself)))
        .hasMessageContaining("name the other method");
    assertThatThrownBy(() -> Estimators.check(Claims.withControls(RANKS, "shuffled-cause")))
        .hasMessageContaining("unknown control shuffled-cause");
  }

  @Test
  void only_a_precondition_may_fail_without_a_broken_instrument() {
    List<RunRecord> records = new ArrayList<>(Tournament.even().withNoise(0.1).records());
    records.set(0, World.withMetric(records.get(0), "meanScore", 6.5));
    assertThat(Tournament.judge(RANKS, records).controls())
        .noneMatch(ControlResult::showsBrokenInstrument);
    records.set(1, withTables(records.get(1), records.get(0).tables()));
    assertThat(Tournament.judge(RANKS, records).controls())
        .filteredOn(ControlResult::showsBrokenInstrument)
        .extracting(ControlResult::name)
        .containsExactly("distinct-runs");
  }

  private static void assertFails(String control, List<RunRecord> records) {
    Judgement judgement = Tournament.judge(RANKS, records);
    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judgement.controls())
        .filteredOn(result -> !result.passed())
        .extracting(ControlResult::name)
        .contains(control);
  }

  private static RunRecord renamed(RunRecord record, String method) {
    Trial old = record.trial();
    return World.with(
        record,
        Trial.of(old.kind(), method, old.seed(), old.needs(), old.settings()),
        record.tables());
  }

  private static RunRecord withTables(RunRecord record, SortedMap<String, Table> tables) {
    return World.with(record, record.trial(), tables);
  }

  /** The other's losses under this one's child model. */
  private static RunRecord withLossesOf(RunRecord record, SortedMap<String, Table> other) {
    Table own = record.tables().get("scores");
    SortedMap<String, List<Double>> numbers = new TreeMap<>(own.numbers());
    numbers.put("loss", other.get("scores").numbers().get("loss"));
    SortedMap<String, Table> tables = new TreeMap<>(record.tables());
    tables.put("scores", new Table(own.rows(), numbers, own.texts()));
    return withTables(record, tables);
  }
}
