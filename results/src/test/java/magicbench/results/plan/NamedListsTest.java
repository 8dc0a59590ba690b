package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class NamedListsTest {

  private final NamedLists lists = new NamedLists("scale.yaml");

  @Test
  void stand_wherever_their_name_stands() {
    assertThat(
            lists.spelledOut(
                json(
                    "{\"lists\": {\"few\": [1, 2]}, \"a\": {\"b\": [\"@few\"]}, \"c\": \"@few\"}")))
        .isEqualTo(json("{\"a\": {\"b\": [[1, 2]]}, \"c\": [1, 2]}"));
  }

  @Test
  void leave_other_words_alone() {
    assertThat(lists.spelledOut(json("{\"a\": \"few\"}"))).isEqualTo(json("{\"a\": \"few\"}"));
  }

  @Test
  void that_are_not_there_are_a_mistake() {
    assertThatThrownBy(() -> lists.spelledOut(json("{\"lists\": {}, \"a\": \"@few\"}")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("scale.yaml /lists: no list few");
  }
}
