package magicbench.results.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class ForecastTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-9);
  private static final Trial NET = Works.trial("net", 1, 4e9);
  private static final Trial PROBE = Works.trial("probe", 1, 4e9);
  private static final Trial TEXT = Works.trial("text", 0, 0);

  private static Forecast measured(RunRecord... records) {
    return Forecast.corrected(List.of(Works.OPERATIONS), 1e9, List.of(records));
  }

  @Test
  void a_trial_takes_its_operations_at_the_assumed_rate_where_nothing_was_measured() {
    assertThat(measured().seconds(NET)).hasValue(4);
  }

  // 2e9 in 1 s, 4e9 in 8 s, 1e9 in 1 s: 0.5, 2 and 1 seconds for 1e9.
  @Test
  void a_kind_takes_the_median_rate_of_its_records() {
    Forecast forecast =
        measured(
            Works.record(Works.trial("net", 2, 2e9), 1),
            Works.record(Works.trial("net", 3, 4e9), 8),
            Works.record(Works.trial("net", 4, 1e9), 1),
            Works.record(Works.trial("probe", 5, 1e9), 7));

    assertThat(forecast.seconds(NET).orElseThrow()).isCloseTo(4, CLOSE);
    assertThat(forecast.seconds(PROBE).orElseThrow()).isCloseTo(28, CLOSE);
  }

  @Test
  void a_kind_without_a_record_takes_the_rate_of_all() {
    Forecast forecast = measured(Works.record(Works.trial("net", 2, 2e9), 1));

    assertThat(forecast.seconds(PROBE).orElseThrow()).isCloseTo(2, CLOSE);
  }

  @Test
  void a_kind_without_operations_takes_the_time_of_its_records() {
    assertThat(measured().seconds(TEXT)).hasValue(0);
    assertThat(measured(Works.record(Works.trial("text", 3, 0), 9)).seconds(TEXT)).hasValue(9);
  }

  @Test
  void a_kind_that_no_estimator_knows_takes_the_time_of_its_records_or_an_unknown_one() {
    Trial strange = Works.unknown("strange", 1);

    assertThat(measured().seconds(strange)).isEmpty();
    assertThat(measured(Works.record(Works.unknown("strange", 2), 5)).seconds(strange)).hasValue(5);
  }

  @Test
  void a_trial_that_failed_says_nothing() {
    assertThat(measured(Works.record(NET, Outcome.FAILED, 400.0)).seconds(NET)).hasValue(4);
  }

  @Test
  void a_record_that_is_taken_from_elsewhere_takes_no_time() {
    assertThat(measured().sparing(List.of(NET.id())).seconds(NET)).hasValue(0);
  }

  @Test
  void settings_that_an_estimator_refuses_leave_the_cost_unknown() {
    Forecast forecast =
        Forecast.ofOperations(
            List.of(
                trial -> {
                  throw new InputException("settings", "are wrong", "correct them");
                }),
            1e9);

    assertThat(forecast.seconds(NET)).isEmpty();
    assertThat(forecast.computes(NET)).isTrue();
  }

  @Test
  void what_was_predicted_is_held_against_what_it_took() {
    List<Foretold> told =
        Foretold.ofTrials(
            measured(),
            List.of(
                Works.record(NET, 6),
                Works.record(Works.trial("net", 2, 2e9), 3),
                Works.record(TEXT, 1)));

    assertThat(told)
        .containsExactly(new Foretold("net", 2, 6, 9, 6), new Foretold("text", 1, 0, 1, 1));
    assertThat(told.get(0).factor()).hasValue(1.5);
    assertThat(told.get(1).factor()).isEmpty();
  }

  @Test
  void an_element_counts_when_all_its_records_are_there() {
    var plan = Works.chain();
    List<Trial> trials = plan.trials();
    Packs packs = Works.packs(plan, 2);

    List<Foretold> told =
        Foretold.ofElements(
            packs,
            Works.byId(
                Works.record(trials.get(0), 1),
                Works.record(trials.get(1), 8),
                Works.record(trials.get(3), 4),
                Works.record(trials.get(4), 4)));

    assertThat(told)
        .containsExactly(new Foretold("00-text", 1, 0, 1, 1), new Foretold("01-net", 1, 6, 12, 12));
  }
}
