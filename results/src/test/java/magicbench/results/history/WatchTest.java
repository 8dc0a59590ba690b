package magicbench.results.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WatchTest {

  private static final double[] VALUES = {0.1, 0.3, 0.2, 0.5, 0.4, 0.3, 0.2, 0.4};
  private static final HistoryEntry FIRST = Past.run("first", VALUES);

  @Test
  void the_same_numbers_of_the_same_seeds_are_the_same() {
    Shift shift = effect(List.of(FIRST), Past.run("second", VALUES));

    assertThat(shift.kind()).isEqualTo(Shift.Kind.SAME);
    assertThat(shift.adjustedPValue()).hasValue(1.0);
    assertThat(shift.how()).isEqualTo("8 seeds, each against itself");
  }

  @Test
  void an_effect_that_moved_against_the_claim_is_worse() {
    Shift shift = effect(List.of(FIRST), moved(-1));

    assertThat(shift.kind()).isEqualTo(Shift.Kind.WORSE);
    assertThat(shift.difference().orElseThrow() * Past.better()).isNegative();
  }

  @Test
  void an_effect_that_moved_with_the_claim_is_better() {
    assertThat(effect(List.of(FIRST), moved(1)).kind()).isEqualTo(Shift.Kind.BETTER);
  }

  @Test
  void a_move_too_small_to_count_is_none_however_sure() {
    assertThat(effect(List.of(FIRST), moved(-1e-3)).kind()).isEqualTo(Shift.Kind.SAME);
  }

  @Test
  void fresh_seeds_are_held_against_the_seeds_of_the_history() {
    Shift shift = effect(List.of(FIRST), Past.run("second", 101, VALUES));

    assertThat(shift.how()).isEqualTo("seeds against other seeds");
    assertThat(shift.kind()).isEqualTo(Shift.Kind.SAME);
  }

  @Test
  void few_seeds_are_not_watched() {
    Shift shift = effect(List.of(FIRST), Past.run("second", 9, 9, 9));

    assertThat(shift.kind()).isEqualTo(Shift.Kind.UNWATCHED);
    assertThat(shift.how()).isEqualTo("fewer than 5 seeds");
  }

  @Test
  void a_run_is_no_part_of_its_own_history() {
    assertThat(effect(List.of(FIRST), FIRST).how()).isEqualTo("no earlier run of this design");
  }

  @Test
  void the_same_seed_run_often_is_one_observation() {
    List<HistoryEntry> often =
        IntStream.range(0, 9).mapToObj(i -> Past.run("commit" + i, VALUES)).toList();
    HistoryEntry fresh = Past.run("now", 101, 0, 0.1, 0.3, 0.2, 0.2, 0.1, 0.4, 0.1);

    assertThat(effect(often, fresh).adjustedPValue())
        .isEqualTo(effect(List.of(FIRST), fresh).adjustedPValue());
  }

  @Test
  void only_what_the_repetition_shows_too_is_confirmed() {
    Watch watch = watch(List.of(FIRST));
    List<Shift> suspected =
        watch.of(List.of(moved(-1))).stream()
            .filter(shift -> shift.kind() == Shift.Kind.WORSE)
            .toList();
    double by = -Past.better();
    double[] worse = IntStream.range(0, 8).mapToDouble(i -> VALUES[i] + by).toArray();

    assertThat(watch.confirmed(suspected, List.of(Past.run("now", 101, VALUES)))).isEmpty();
    assertThat(watch.confirmed(suspected, List.of(Past.run("now", 101, worse)))).hasSize(1);
  }

  @Test
  void a_slower_run_on_such_a_machine_is_worse() {
    assertThat(throughput(160).kind()).isEqualTo(Shift.Kind.WORSE);
    assertThat(throughput(160).difference().orElseThrow()).isBetween(-0.51, -0.49);
    assertThat(throughput(81).kind()).isEqualTo(Shift.Kind.SAME);
    assertThat(throughput(40).kind()).isEqualTo(Shift.Kind.BETTER);
  }

  @Test
  void throughput_of_few_runs_is_not_watched() {
    Shift shift = watch(List.of(FIRST)).of(List.of(moved(0))).get(1);

    assertThat(shift.what()).isEqualTo(Shift.What.THROUGHPUT);
    assertThat(shift.kind()).isEqualTo(Shift.Kind.UNWATCHED);
  }

  private static Shift throughput(double cpuSeconds) {
    List<HistoryEntry> before =
        IntStream.range(0, 6)
            .mapToObj(i -> Past.lasting(Past.run("commit" + i, VALUES), 79 + i % 3))
            .toList();
    return watch(before).of(List.of(Past.lasting(moved(0), cpuSeconds))).get(1);
  }

  private static HistoryEntry moved(double towardsTheClaim) {
    double by = towardsTheClaim * Past.better();
    return Past.run("moved", IntStream.range(0, 8).mapToDouble(i -> VALUES[i] + by).toArray());
  }

  private static Shift effect(List<HistoryEntry> history, HistoryEntry now) {
    return watch(history).of(List.of(now)).get(0);
  }

  private static Watch watch(List<HistoryEntry> history) {
    return new Watch(Past.RULES, Past.claims(), history);
  }
}
