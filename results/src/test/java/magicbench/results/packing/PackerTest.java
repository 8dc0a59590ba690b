package magicbench.results.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackerTest {

  private static final Plan CHAIN = Works.chain();

  @Test
  void a_stage_holds_trials_of_one_kind_and_level_and_names_what_it_needs() {
    assertThat(Works.packs(CHAIN, 10).stages())
        .extracting(Stage::name, Stage::level, Stage::needs)
        .containsExactly(
            tuple("00-text", 0, List.of()),
            tuple("01-net", 1, List.of("00-text")),
            tuple("02-probe", 2, List.of("01-net")));
  }

  // 4, 3, 2, 2 on two: 4 and 2 against 3 and 2.
  @Test
  void the_longest_trials_go_first_to_whoever_has_least_to_do() {
    Stage nets = Works.packs(CHAIN, 2).stages().get(1);

    assertThat(nets.packs()).extracting(Pack::seconds).containsExactly(6.0, 5.0);
    assertThat(nets.packs().get(0).trials().get(0)).isEqualTo(CHAIN.trials().get(1).id());
    assertThat(nets.longest()).hasValue(6);
  }

  @Test
  void there_is_one_trial_an_element_where_there_may_be_as_many() {
    assertThat(Works.packs(CHAIN, 1000).stages().get(1).packs())
        .extracting(pack -> pack.trials().size())
        .containsExactly(1, 1, 1, 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void every_trial_has_one_element(int elements) {
    List<String> shared =
        Works.packs(CHAIN, elements).stages().stream()
            .flatMap(stage -> stage.packs().stream())
            .flatMap(pack -> pack.trials().stream())
            .toList();

    assertThat(shared)
        .containsExactlyInAnyOrderElementsOf(CHAIN.trials().stream().map(Trial::id).toList());
  }

  @Test
  void the_order_in_which_trials_are_planned_does_not_matter() {
    List<Trial> trials = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      trials.add(Works.trial("net", seed, 1e9 * (1 + seed % 5)));
    }
    Packs before = Works.packs(Works.plan(trials.toArray(Trial[]::new)), 7);
    Collections.shuffle(trials, new Random(1));

    assertThat(Works.packs(Works.plan(trials.toArray(Trial[]::new)), 7)).isEqualTo(before);
  }

  @Test
  void no_element_has_more_than_a_third_too_much_to_do() {
    Random random = new Random(2);
    Trial[] trials =
        random.doubles(200).mapToObj(one -> Works.trial("net", 0, 1e9 * one)).toArray(Trial[]::new);
    Stage stage = Works.packs(Works.plan(trials), 9).stages().get(0);

    double mean = stage.packs().stream().mapToDouble(Pack::seconds).average().orElseThrow();
    assertThat(stage.longest().orElseThrow()).isLessThan(mean * 4 / 3);
  }

  @Test
  void trials_that_cost_nothing_are_shared_out_by_number() {
    Plan plan =
        Works.plan(Works.trial("text", 1, 0), Works.trial("text", 2, 0), Works.trial("text", 3, 0));

    assertThat(Works.packs(plan, 2).stages().get(0).packs())
        .extracting(pack -> pack.trials().size())
        .containsExactly(2, 1);
  }

  @Test
  void what_needs_something_that_computes_asks_for_the_same_device() {
    Trial text = Works.trial("text", 0, 0);
    Trial net = Works.trial("net", 1, 1e9, text);
    Plan plan = Works.plan(text, net, Works.trial("twin", 1, 0, net));

    assertThat(Works.packs(plan, 9).stages())
        .extracting(Stage::computes)
        .containsExactly(false, true, true);
  }

  @Test
  void an_element_with_a_trial_of_unknown_cost_has_an_unknown_time() {
    Plan plan = Works.plan(Works.trial("net", 1, 1e9), Works.unknown("net", 2));

    Stage stage = Works.packs(plan, 2).stages().get(0);

    assertThat(stage.packs()).extracting(Pack::seconds).containsExactlyInAnyOrder(1.0, null);
    assertThat(stage.longest()).isEmpty();
  }

  @Test
  void a_kind_of_any_spelling_makes_a_safe_name() {
    String odd = "Öd kind'; $(rm -rf x) " + "k".repeat(100);

    assertThat(Works.packs(Works.plan(Works.trial(odd, 1, 0)), 1).stages().get(0).name())
        .matches("00-[a-z0-9-]{1,40}");
  }

  @Test
  void shares_of_a_whole_plan_hold_every_trial_once() {
    List<String> shared = new ArrayList<>();
    for (int number = 1; number <= 9; number++) {
      shared.addAll(Packer.share(CHAIN, Works.forecast(), new Shard(number, 9)));
    }

    assertThat(shared)
        .containsExactlyInAnyOrderElementsOf(CHAIN.trials().stream().map(Trial::id).toList());
  }

  @Test
  void an_element_of_another_plan_is_refused() {
    Packs packs = Works.packs(CHAIN, 2);
    Plan other =
        new Plan(
            Plan.SCHEMA_VERSION, "tiny", "1".repeat(64), CHAIN.trials(), CHAIN.trialsByClaim());

    assertThatThrownBy(() -> packs.share(other, "01-net", new Shard(1, 2)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("another plan");
  }

  @Test
  void another_number_of_elements_than_were_made_is_refused() {
    Packs packs = Works.packs(CHAIN, 2);

    assertThatThrownBy(() -> packs.share(CHAIN, "01-net", new Shard(1, 3)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 2 elements, not 3");
  }
}
