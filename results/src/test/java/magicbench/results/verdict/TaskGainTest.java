package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that hold networks against each other on labelled tasks. */
class TaskGainTest {

  @Test
  void networks_that_score_higher_are_found() {
    Judgement judgement = Examination.judge(Examination.even().withGain(3).records());
    assertThat(judgement.verdict().word()).isEqualTo("REPRODUCED");
    assertThat(judgement.evidence().orElseThrow().effect().value()).isBetween(2.0, 4.0);
    assertThat(judgement.controls()).allMatch(ControlResult::passed);
  }

  @Test
  void networks_that_score_no_higher_leave_it_undecided() {
    Judgement judgement = Examination.judge(Examination.even().records());
    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
  }

  @Test
  void networks_that_score_lower_contradict_it() {
    Judgement judgement = Examination.judge(Examination.even().withGain(-3).records());
    assertThat(judgement.verdict().word()).isEqualTo("CONTRADICTED");
    assertThat(judgement.verdict().reason()).contains("the opposite of what is claimed");
  }

  @Test
  void without_noise_every_number_is_the_gain() {
    Evidence evidence =
        Examination.judge(new Examination(4, 2, 0, 20).records()).evidence().orElseThrow();

    assertThat(evidence.perSeed().values()).allSatisfy(gain -> near(gain, 2));
    near(evidence.effect().value(), 2);
    near(evidence.effect().bounds().low(), 2);
    near(evidence.alternatives().get(1).value(), 2);
    near(evidence.measurements().get(0).value(), 1);
    assertThat(evidence.measurements().get(0).name())
        .isEqualTo("probability of improvement of found over twin");
  }

  @Test
  void a_single_seed_tells_no_spread() {
    Judgement judgement = Examination.judge(new Examination(1, 3, 1, 20).records());

    Estimate effect = judgement.evidence().orElseThrow().effect();
    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(effect.bounds().low()).isEqualTo(-200);
    assertThat(effect.bounds().high()).isEqualTo(200);
    assertThat(judgement.evidence().orElseThrow().alternatives())
        .allMatch(other -> other.interval().isEmpty());
  }

  private static void near(double value, double expected) {
    assertThat(value).isCloseTo(expected, offset(1e-9));
  }

  @Test
  void the_mean_of_the_tasks_gains_is_the_gain() {
    Evidence evidence = Examination.judge(Examination.even().records()).evidence().orElseThrow();
    Breakdown byTask = evidence.breakdowns().get(0);

    assertThat(byTask.by()).isEqualTo("task");
    assertThat(byTask.strata())
        .extracting(Stratum::name)
        .containsExactly("grammar", "likeness", "meaning");
    double mean =
        byTask.strata().stream().mapToDouble(task -> task.effect().value()).average().orElseThrow();
    near(evidence.effect().value(), mean);
  }

  /** All of one task's gains turned round. */
  private static List<RunRecord> losingOn(String task, Examination examination) {
    return examination.records().stream()
        .map(
            record ->
                record.trial().method().equals(Examination.METHOD)
                        && record.trial().settings().path("task").asText().equals(task)
                    ? World.withMetric(record, "taskScore", record.metrics().get("taskScore") - 12)
                    : record)
        .toList();
  }

  @Test
  void a_mean_gain_names_the_task_on_which_there_is_a_loss() {
    Judgement judgement =
        Examination.judge(losingOn("grammar", Examination.even().withGain(8).withLevel(20)));

    assertThat(judgement.verdict().word()).isEqualTo("REPRODUCED");
    assertThat(judgement.verdict().reason())
        .containsPattern(
            "; but of the task grammar it is the other way round, by its own interval: -[34]\\.\\d+ \\(95 %");
  }

  @Test
  void a_gain_on_every_task_is_told_without_an_exception() {
    Judgement judgement = Examination.judge(Examination.even().withGain(8).records());

    assertThat(judgement.verdict().word()).isEqualTo("REPRODUCED");
    assertThat(judgement.verdict().reason()).doesNotContain("the other way round");
  }

  @Test
  void any_gain_counts_where_the_tolerance_is_0_so_none_is_equivalent() {
    Evidence evidence = Examination.judge(Examination.even().records()).evidence().orElseThrow();
    assertThat(evidence.otherTests()).isEmpty();
  }

  @Test
  void a_task_that_nobody_learns_tells_nothing_apart() {
    Judgement judgement = Examination.judge(Examination.even().withGain(3).withLevel(-3).records());
    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertFails("above-chance", judgement);
    assertThat(judgement.controls()).noneMatch(ControlResult::showsBrokenInstrument);
  }

  @Test
  void a_larger_network_is_no_fair_rival() {
    List<RunRecord> records = new ArrayList<>(Examination.even().withGain(3).records());
    records.set(0, World.withMetric(records.get(0), "parameters", 1021));
    assertFails("equal-size", Examination.judge(records));
  }

  @Test
  void a_network_a_fiftieth_larger_is_one() {
    List<RunRecord> records = new ArrayList<>(Examination.even().withGain(3).records());
    records.set(0, World.withMetric(records.get(0), "parameters", 1019));
    assertThat(Examination.judge(records).controls()).allMatch(ControlResult::passed);
  }

  @Test
  void one_run_under_two_names_is_found_out() {
    List<RunRecord> records = new ArrayList<>(Examination.even().withGain(3).records());
    records.set(0, Examination.withLosses(records.get(0), 0.5));
    records.set(30, Examination.withLosses(records.get(30), 0.5));
    assertFails("distinct-runs", Examination.judge(records));
  }

  @Test
  void two_searches_of_a_seed_may_find_the_same_network() {
    List<RunRecord> records = new ArrayList<>(Examination.even().withGain(3).records());
    RunRecord found = Examination.withLosses(records.get(0), 0.5);
    records.set(0, found);
    RunRecord same = World.with(records.get(24), records.get(24).trial(), found.tables());
    records.set(24, Examination.withLosses(same, 0.5));
    assertThat(Examination.judge(records).controls()).allMatch(ControlResult::passed);
  }

  @ParameterizedTest
  @CsvSource({
    "mha.ffn.id.id, 192, mha.ffn, 192, true",
    "mha.sep3.id, 192, mha.sep3, 64, true",
    "mha.ffn.id, 192, mha.ffn, 64, false",
    "mha.id.ffn, 192, mha.ffn, 192, false"
  })
  void layers_that_are_left_out_at_the_end_make_no_other_network(
      String one, int inner, String other, int otherInner, boolean same) {
    List<RunRecord> records = new ArrayList<>(Examination.even().withGain(3).records());
    records.set(0, withLayout(records.get(0), one, inner));
    records.set(24, withLayout(records.get(24), other, otherInner));

    assertThat(Examination.judge(records).controls().stream().allMatch(ControlResult::passed))
        .isEqualTo(same);
  }

  /** With the same losses, whatever the network. */
  private static RunRecord withLayout(RunRecord record, String architecture, int inner) {
    TableBuilder layout = new TableBuilder();
    layout.number("hidden", 48).number("ffnInner", inner).text("architecture", architecture);
    RunRecord laid =
        World.with(record, record.trial(), new TreeMap<>(Map.of("layout", layout.build())));
    return Examination.withLosses(laid, 0.5);
  }

  @Test
  void a_seed_that_lacks_a_task_is_one_line() {
    List<RunRecord> records = new ArrayList<>(Examination.even().records());
    records.remove(0);
    records.remove(23);
    assertThatThrownBy(() -> Examination.judge(records))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("seed 2 has the tasks [grammar, likeness, meaning], not [likeness");
  }

  @Test
  void a_record_without_its_score_is_one_line() {
    List<RunRecord> records = new ArrayList<>(Examination.even().records());
    RunRecord first = records.get(0);
    TreeMap<String, Double> metrics = new TreeMap<>(first.metrics());
    metrics.remove("taskScore");
    records.set(
        0,
        new RunRecord(
            first.schemaVersion(),
            first.trial(),
            first.scale(),
            first.outcome(),
            first.note(),
            metrics,
            first.curves(),
            first.tables(),
            first.provenance()));
    assertThatThrownBy(() -> Examination.judge(records))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no metric taskScore");
  }

  private static void assertFails(String control, Judgement judgement) {
    assertThat(judgement.controls())
        .filteredOn(result -> !result.passed())
        .extracting(ControlResult::name)
        .contains(control);
  }
}
