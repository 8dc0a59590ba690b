package magicbench.harness.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

class ListedSearchTest {

  private static final NetworkSize SIZE =
      new NetworkSize(
          new SpaceSettings(2, List.of("mha", "ffn", "id"), 8, 2, 32, 0).space(), 50, 8);
  private static final List<Architecture> LIST =
      Stream.of("mha.mha", "mha.id", "ffn.id", "id.id", "id.mha").map(Architecture::parse).toList();

  private final List<Integer> asked = new ArrayList<>();

  private SearchTrace run(Limits limits, int evaluations, long seed) {
    Objective length =
        children -> {
          asked.add(children.size());
          return children.stream().mapToDouble(child -> child.toString().length()).toArray();
        };
    return new ListedSearch(LIST, 2)
        .run(
            new Quest(SIZE.space(), limits, length, evaluations), new Seeds(seed).random("search"));
  }

  private static List<Architecture> children(SearchTrace trace) {
    return trace.evaluations().stream().map(SearchTrace.Evaluation::child).toList();
  }

  @Test
  void scores_the_whole_list_in_batches_and_nothing_else() {
    assertThat(children(run(Limits.NONE, 9, 1))).containsExactlyInAnyOrderElementsOf(LIST);
    assertThat(asked).containsExactly(2, 2, 1);
  }

  @Test
  void scores_no_more_than_it_may_and_chance_says_which() {
    List<Architecture> first = children(run(Limits.NONE, 3, 1));
    assertThat(first).hasSize(3).doesNotHaveDuplicates().isSubsetOf(LIST);
    assertThat(children(run(Limits.NONE, 3, 1))).isEqualTo(first);
    assertThat(children(run(Limits.NONE, 3, 2))).isNotEqualTo(first);
  }

  @Test
  void leaves_out_what_is_too_large() {
    Limits limits = Limits.noLargerThan(SIZE, Architecture.parse("mha.id"));
    assertThat(children(run(limits, 9, 1)))
        .extracting(Architecture::toString)
        .contains("mha.id", "id.id", "id.mha")
        .doesNotContain("mha.mha");
  }

  @Test
  void a_list_beyond_the_limits_is_a_mistake() {
    Limits none = new Limits(List.of(Limits.parameters(SIZE, 1)));
    assertThatThrownBy(() -> run(none, 9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("none of the 5 listed child models is within the limits");
  }

  @Test
  void an_empty_list_is_a_mistake() {
    assertThatThrownBy(() -> new ListedSearch(List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
