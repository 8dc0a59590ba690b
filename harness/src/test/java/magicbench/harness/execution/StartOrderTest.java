package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import magicbench.harness.experiment.StandAloneExperiment;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

final class StartOrderTest {

  private static final Fingerprint SOME = new Fingerprint("c", "i", "e", "r", "amd64", "cpu", 1);

  private static WorkOrder order(Trial trial) {
    return new WorkOrder(trial, "tiny", "cache", SOME, new TreeMap<>(), "stamp", false, false);
  }

  private static StartOrder of(Trial... trials) {
    List<WorkOrder> orders = List.of(trials).stream().map(StartOrderTest::order).toList();
    return new StartOrder(orders, Set.of(), 1);
  }

  private static List<Trial> ready(StartOrder order) {
    List<Trial> ready = new ArrayList<>();
    while (order.hasNext()) {
      ready.add(order.next().trial());
    }
    return ready;
  }

  @Test
  void what_needs_something_starts_after_it() {
    Trial first = ScriptedPlan.trial("succeed", 1);
    Trial second = ScriptedPlan.trial("succeed", 2, first);
    StartOrder order = of(first, second);

    assertThat(ready(order)).containsExactly(first);
    order.done(first.id());
    assertThat(ready(order)).containsExactly(second);
  }

  @Test
  void what_needs_two_starts_after_the_second() {
    Trial left = ScriptedPlan.trial("succeed", 1);
    Trial right = ScriptedPlan.trial("succeed", 2);
    Trial both = ScriptedPlan.trial("succeed", 3, left, right);
    StartOrder order = of(left, right, both);
    ready(order);

    order.done(left.id());
    assertThat(order.hasNext()).isFalse();
    order.done(right.id());
    assertThat(ready(order)).containsExactly(both);
  }

  @Test
  void what_others_wait_for_starts_first() {
    Trial alone = ScriptedPlan.trial("succeed", 1);
    Trial needed = ScriptedPlan.trial("succeed", 2);
    Trial asker = ScriptedPlan.trial("succeed", 3, needed);

    assertThat(ready(of(alone, needed, asker))).containsExactly(needed, alone);
  }

  @Test
  void what_is_done_already_is_not_waited_for() {
    Trial first = ScriptedPlan.trial("succeed", 1);
    Trial second = ScriptedPlan.trial("succeed", 2, first);

    assertThat(ready(new StartOrder(List.of(order(second)), Set.of(first.id()), 1)))
        .containsExactly(second);
  }

  @Test
  void equally_urgent_trials_start_in_the_plans_order() {
    Trial first = ScriptedPlan.trial("succeed", 1);
    Trial second = ScriptedPlan.trial("succeed", 2);
    Trial third = ScriptedPlan.trial("succeed", 3);

    assertThat(ready(of(second, third, first))).containsExactly(second, third, first);
  }

  @Test
  void settings_that_nobody_can_price_are_no_reason_to_stop() {
    ObjectNode wrong = Json.json().createObjectNode().put("steps", "many");
    Trial broken = Trial.of(StandAloneExperiment.KIND, "none", 1, List.of(), wrong);
    Trial other = ScriptedPlan.trial("succeed", 1);

    assertThat(ready(of(broken, other))).containsExactly(broken, other);
  }
}
