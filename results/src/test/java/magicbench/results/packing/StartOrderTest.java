package magicbench.results.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

final class StartOrderTest {

  private static StartOrder of(Trial... trials) {
    List<Trial> all = List.of(trials);
    return new StartOrder(all, Set.of(), Urgency.of(all, Map.of()));
  }

  private static List<Trial> ready(StartOrder order) {
    List<Trial> ready = new ArrayList<>();
    while (order.hasNext()) {
      ready.add(order.next());
    }
    return ready;
  }

  @Test
  void what_needs_something_starts_after_it() {
    Trial first = Works.trial("net", 1, 1);
    Trial second = Works.trial("net", 2, 1, first);
    StartOrder order = of(first, second);

    assertThat(ready(order)).containsExactly(first);
    order.done(first.id());
    assertThat(ready(order)).containsExactly(second);
  }

  @Test
  void what_needs_two_starts_after_the_second() {
    Trial left = Works.trial("net", 1, 1);
    Trial right = Works.trial("net", 2, 1);
    Trial both = Works.trial("net", 3, 1, left, right);
    StartOrder order = of(left, right, both);
    ready(order);

    order.done(left.id());
    assertThat(order.hasNext()).isFalse();
    order.done(right.id());
    assertThat(ready(order)).containsExactly(both);
  }

  // Alone on two workers: 3 and 2, then the two that need the second, 2 each: 2 + 2 = 4. On one: 9.
  @Test
  void a_run_is_played_through() {
    Trial first = Works.trial("net", 1, 1);
    Trial second = Works.trial("net", 2, 1);
    List<Trial> trials =
        List.of(
            first, second, Works.trial("probe", 1, 1, second), Works.trial("probe", 2, 1, second));
    Map<String, Double> seconds =
        Map.of(
            first.id(), 3.0,
            second.id(), 2.0,
            trials.get(2).id(), 2.0,
            trials.get(3).id(), 2.0);

    assertThat(Makespan.seconds(trials, seconds, 1, Urgency.none())).isEqualTo(9);
    assertThat(Makespan.seconds(trials, seconds, 2, Urgency.none())).isEqualTo(5);
    assertThat(Makespan.seconds(trials, seconds, 9, Urgency.none())).isEqualTo(4);
  }

  // In the plan's order the long one is last: 1, 1, then 3. Urgent first: 3 beside 1 and 1.
  @Test
  void a_run_ends_sooner_when_the_longest_starts_first() {
    List<Trial> trials =
        List.of(Works.trial("net", 1, 1), Works.trial("net", 2, 1), Works.trial("net", 3, 3));
    Map<String, Double> seconds =
        Map.of(
            trials.get(0).id(), 1.0,
            trials.get(1).id(), 1.0,
            trials.get(2).id(), 3.0);

    assertThat(Makespan.seconds(trials, seconds, 2, Urgency.none())).isEqualTo(4);
    assertThat(Makespan.seconds(trials, seconds, 2, Urgency.of(trials, seconds))).isEqualTo(3);
  }

  @Test
  void what_others_wait_for_starts_first() {
    Trial alone = Works.trial("net", 1, 1);
    Trial needed = Works.trial("net", 2, 1);
    Trial asker = Works.trial("net", 3, 1, needed);

    assertThat(ready(of(alone, needed, asker))).containsExactly(needed, alone);
  }

  @Test
  void what_is_done_already_is_not_waited_for() {
    Trial first = Works.trial("net", 1, 1);
    Trial second = Works.trial("net", 2, 1, first);

    assertThat(ready(new StartOrder(List.of(second), Set.of(first.id()), Urgency.none())))
        .containsExactly(second);
  }

  @Test
  void equally_urgent_trials_start_in_the_plans_order() {
    Trial first = Works.trial("net", 1, 1);
    Trial second = Works.trial("net", 2, 1);
    Trial third = Works.trial("net", 3, 1);

    assertThat(ready(of(second, third, first))).containsExactly(second, third, first);
  }
}
