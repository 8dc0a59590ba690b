package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {

  // printf '%s' '{"kind":"tokenise","method":"none","needs":[],"seed":0,"settings":{"a":0.5}}' \
  //   | sha256sum | cut -c -32
  @Test
  void is_named_by_the_hash_of_its_canonical_json() {
    Trial trial = Trial.of("tokenise", "none", 0, List.of(), json("{\"a\": 0.50}"));

    assertThat(trial.id()).isEqualTo("8c626b30ff02c2c60f0a1b8398946768");
  }

  @Test
  void has_one_name_whatever_the_order_of_settings_and_needs() {
    Trial one = Trial.of("k", "m", 1, List.of("a", "b"), json("{\"x\": 1, \"y\": {\"u\": 1}}"));
    Trial other = Trial.of("k", "m", 1, List.of("b", "a"), json("{\"y\": {\"u\": 1}, \"x\": 1}"));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void is_equal_whatever_type_its_whole_numbers_were_built_with() {
    ObjectNode longs = JsonNodeFactory.instance.objectNode().put("steps", 5L);

    assertThat(Trial.of("k", "m", 1, List.of(), longs))
        .isEqualTo(Trial.of("k", "m", 1, List.of(), json("{\"steps\": 5}")));
  }

  @Test
  void changes_its_name_with_any_part() {
    List<String> ids =
        List.of(
            Trial.of("k", "m", 1, List.of(), json("{}")).id(),
            Trial.of("j", "m", 1, List.of(), json("{}")).id(),
            Trial.of("k", "n", 1, List.of(), json("{}")).id(),
            Trial.of("k", "m", 2, List.of(), json("{}")).id(),
            Trial.of("k", "m", 1, List.of("a"), json("{}")).id(),
            Trial.of("k", "m", 1, List.of(), json("{\"a\": null}")).id());

    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void refuses_a_name_that_is_not_its_hash() {
    assertThatThrownBy(() -> new Trial("0".repeat(32), "k", "m", 1, List.of(), json("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("trial id 00000000000000000000000000000000 does not match its");
  }

  @Test
  void can_not_be_changed_through_its_settings() {
    Trial trial = Trial.of("k", "m", 1, List.of(), json("{\"a\": 1}"));

    ((ObjectNode) trial.settings()).put("a", 2);

    assertThat(trial.settings()).isEqualTo(json("{\"a\": 1}"));
  }
}
