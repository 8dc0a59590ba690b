package magicbench.results.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

final class UrgencyTest {

  private static final Trial TEXT = Works.trial("text", 0, 0);
  private static final Trial NET = Works.trial("net", 1, 0, TEXT);
  private static final Trial PROBE = Works.trial("probe", 1, 0, NET);
  private static final Trial ALONE = Works.trial("alone", 1, 0, TEXT);
  private static final List<Trial> TRIALS = List.of(TEXT, NET, PROBE, ALONE);

  @Test
  void a_trial_is_as_urgent_as_the_dearest_chain_that_begins_with_it() {
    Urgency urgency =
        Urgency.of(TRIALS, Map.of(TEXT.id(), 1.0, NET.id(), 2.0, PROBE.id(), 4.0, ALONE.id(), 5.0));

    assertThat(urgency.of(PROBE.id())).isEqualTo(4);
    assertThat(urgency.of(NET.id())).isEqualTo(6);
    assertThat(urgency.of(ALONE.id())).isEqualTo(5);
    assertThat(urgency.of(TEXT.id())).isEqualTo(7);
  }

  @Test
  void a_trial_of_unknown_cost_costs_the_mean_of_the_others() {
    Urgency urgency = Urgency.of(TRIALS, Map.of(NET.id(), 2.0, PROBE.id(), 4.0));

    assertThat(urgency.of(ALONE.id())).isEqualTo(3);
  }

  @Test
  void the_longest_chain_goes_first_where_nobody_knows_a_cost() {
    Urgency urgency = Urgency.of(TRIALS, Map.of());

    assertThat(urgency.of(TEXT.id())).isEqualTo(3);
    assertThat(urgency.of(ALONE.id())).isEqualTo(1);
  }
}
