package magicbench.harness.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every search must hold. */
class SearchContractTest {

  private static final List<String> OPERATORS = List.of("mha", "ffn", "id");
  private static final int LAYERS = 5;
  private static final int ALL = 243;
  private static final NetworkSize SIZE =
      new NetworkSize(new SpaceSettings(LAYERS, OPERATORS, 8, 2, 32, 0).space(), 50, 8);

  static Stream<Search> searches() {
    return Stream.of(
        new RandomSearch(16),
        new EvolutionarySearch(20, 5, 8, 0.2, 8),
        new EvolutionarySearch(20, 5, 10, 0, 10));
  }

  /** Each layer has a best operator of its own; the score counts the layers without it. */
  static double misses(Architecture child) {
    int misses = 0;
    for (int layer = 0; layer < child.operators().size(); layer++) {
      String best = OPERATORS.get(layer % OPERATORS.size());
      misses += child.operators().get(layer).equals(best) ? 0 : 1;
    }
    return misses;
  }

  private static double[] scores(List<Architecture> children) {
    return children.stream().mapToDouble(SearchContractTest::misses).toArray();
  }

  private static SearchTrace run(Search search, Limits limits, int evaluations, long seed) {
    Quest quest = new Quest(SIZE.space(), limits, SearchContractTest::scores, evaluations);
    return search.run(quest, new Seeds(seed).random("search"));
  }

  private static List<Architecture> children(SearchTrace trace) {
    return trace.evaluations().stream().map(SearchTrace.Evaluation::child).toList();
  }

  @ParameterizedTest
  @MethodSource("searches")
  void scores_as_many_child_models_as_it_may_and_none_twice(Search search) {
    List<Architecture> children = children(run(search, Limits.NONE, 107, 1));
    assertThat(children).hasSize(107).doesNotHaveDuplicates().allSatisfy(SIZE.space()::check);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void files_each_score_under_the_child_model_that_has_it(Search search) {
    assertThat(run(search, Limits.NONE, 107, 1).evaluations())
        .allMatch(evaluation -> evaluation.score() == misses(evaluation.child()));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void asks_for_no_child_model_beyond_the_limits(Search search) {
    long most = SIZE.parameters(Architecture.parse("ffn.mha.mha.id.id"));
    Limits limits = new Limits(List.of(Limits.parameters(SIZE, most)));
    assertThat(children(run(search, limits, 80, 1)))
        .allMatch(child -> SIZE.parameters(child) <= most);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void scores_nothing_larger_than_a_child_model_that_is_allowed(Search search) {
    Architecture largest = Architecture.parse("mha.id.mha.ffn.id");
    Limits limits = Limits.noLargerThan(SIZE, largest);

    assertThat(limits.allow(largest)).isTrue();
    assertThat(children(run(search, limits, 20, 1)))
        .allSatisfy(
            child -> {
              assertThat(SIZE.parameters(child)).isLessThanOrEqualTo(SIZE.parameters(largest));
              assertThat(SIZE.forwardFlops(child)).isLessThanOrEqualTo(SIZE.forwardFlops(largest));
            });
  }

  @ParameterizedTest
  @MethodSource("searches")
  void scores_nothing_without_the_operator_that_it_must_keep(Search search) {
    Limits limits = new Limits(List.of(Limits.keeps("mha")));

    assertThat(children(run(search, limits, 200, 1)))
        .allMatch(child -> child.operators().contains("mha"));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void finds_the_best_of_a_space_that_it_may_score_whole(Search search) {
    SearchTrace trace = run(search, Limits.NONE, ALL, 1);
    assertThat(children(trace)).hasSize(ALL).doesNotHaveDuplicates();
    assertThat(trace.best().score()).isZero();
  }

  @ParameterizedTest
  @MethodSource("searches")
  void repeats_itself_from_the_same_seed_and_not_from_another(Search search) {
    SearchTrace first = run(search, Limits.NONE, 60, 1);
    assertThat(run(search, Limits.NONE, 60, 1)).isEqualTo(first);
    assertThat(run(search, Limits.NONE, 60, 2)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void limits_that_leave_too_few_child_models_are_a_mistake(Search search) {
    long least =
        OPERATORS.stream()
            .map(name -> new Architecture(Collections.nCopies(LAYERS, name)))
            .mapToLong(SIZE::parameters)
            .min()
            .orElseThrow();
    Limits limits = new Limits(List.of(Limits.parameters(SIZE, least)));
    assertThatThrownBy(() -> run(search, limits, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only 1 child models within the limits were found; 2 are to be scored");
  }

  @ParameterizedTest
  @MethodSource("searches")
  void the_best_so_far_never_gets_worse(Search search) {
    SearchTrace trace = run(search, Limits.NONE, 90, 3);
    List<Double> best = new ArrayList<>();
    for (int count = 1; count <= 90; count++) {
      best.add(trace.bestAfter(count).score());
    }
    assertThat(best).isSortedAccordingTo(Comparator.reverseOrder());
  }
}
