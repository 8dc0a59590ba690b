package magicbench.harness.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

class EvolutionarySearchTest {

  private static final SearchSpace SPACE =
      new SpaceSettings(12, List.of("mha", "ffn", "id"), 8, 2, 32, 0).space();

  private static double[] misses(List<Architecture> children) {
    return children.stream().mapToDouble(SearchContractTest::misses).toArray();
  }

  private static double meanBest(Search search) {
    Quest quest = new Quest(SPACE, Limits.NONE, EvolutionarySearchTest::misses, 300);
    return LongStream.rangeClosed(1, 20)
        .mapToDouble(seed -> search.run(quest, new Seeds(seed).random("search")).best().score())
        .average()
        .orElseThrow();
  }

  @Test
  void beats_random_search_where_good_operators_are_good_on_their_own() {
    double evolution = meanBest(new EvolutionarySearch(50, 10, 25, 0.1, 25));
    assertThat(evolution).isLessThan(meanBest(new RandomSearch(50)) - 1);
  }

  @Test
  void without_offspring_it_is_random_search() {
    Quest quest = new Quest(SPACE, Limits.NONE, EvolutionarySearchTest::misses, 120);
    assertThat(new EvolutionarySearch(50, 10, 0, 0.1, 0).run(quest, new Seeds(1).random("search")))
        .isEqualTo(new RandomSearch(50).run(quest, new Seeds(1).random("search")));
  }

  @Test
  void more_offspring_than_population_is_a_mistake() {
    assertThatThrownBy(() -> new EvolutionarySearch(50, 10, 26, 0.1, 25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mutants is 26 and crosses is 25");
  }

  @Test
  void a_probability_that_is_none_is_a_mistake() {
    assertThatThrownBy(() -> new EvolutionarySearch(50, 10, 25, Double.NaN, 25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mutationProbability is NaN");
  }
}
