package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** What every search space must do. Extend it in the space's own package. */
public abstract class SpaceContract {

  private static final int DRAWS = 4000;

  /**
   * The space under test.
   *
   * @return a space of at least two layers
   */
  protected abstract SearchSpace space();

  private UniformRandomProvider random() {
    return new Seeds(5).random("contract");
  }

  @Test
  void reads_back_the_text_of_every_child_model() {
    SearchSpace space = space();
    UniformRandomProvider random = random();
    for (int i = 0; i < 100; i++) {
      Architecture drawn = space.draw(random);
      assertThat(Architecture.parse(drawn.toString())).isEqualTo(drawn);
    }
  }

  @Test
  void has_the_product_of_its_candidates_as_size() {
    SearchSpace space = space();
    BigInteger product =
        IntStream.range(0, space.layers())
            .mapToObj(layer -> BigInteger.valueOf(space.candidates(layer).size()))
            .reduce(BigInteger.ONE, BigInteger::multiply);
    assertThat(space.size()).isEqualTo(product);
  }

  @Test
  void draws_child_models_of_its_own_only() {
    SearchSpace space = space();
    UniformRandomProvider random = random();
    for (int i = 0; i < 100; i++) {
      space.check(space.draw(random));
    }
  }

  @Test
  void draws_every_candidate_of_every_layer_equally_often() {
    SearchSpace space = space();
    List<Architecture> drawn = draws(space);
    for (int layer = 0; layer < space.layers(); layer++) {
      int place = layer;
      List<String> names = drawn.stream().map(a -> a.operators().get(place)).toList();
      assertThat(uniformity(names, space.candidates(layer))).isGreaterThan(1e-4);
    }
  }

  @Test
  void draws_neighbouring_layers_independently() {
    SearchSpace space = space();
    List<String> candidates = space.candidates(0);
    long[][] table = new long[candidates.size()][space.candidates(1).size()];
    for (Architecture drawn : draws(space)) {
      int first = candidates.indexOf(drawn.operators().get(0));
      table[first][space.candidates(1).indexOf(drawn.operators().get(1))]++;
    }
    assertThat(ChiSquareTest.withDefaults().test(table).getPValue()).isGreaterThan(1e-4);
  }

  private List<Architecture> draws(SearchSpace space) {
    UniformRandomProvider random = random();
    return IntStream.range(0, DRAWS).mapToObj(i -> space.draw(random)).toList();
  }

  private static double uniformity(List<String> names, List<String> candidates) {
    long[] counts =
        candidates.stream().mapToLong(name -> Collections.frequency(names, name)).toArray();
    return ChiSquareTest.withDefaults().test(counts).getPValue();
  }

  @Test
  void has_neighbours_at_distance_one_each_once() {
    SearchSpace space = space();
    Architecture centre = space.draw(random());
    List<Architecture> neighbours = space.neighbours(centre);
    int expected =
        IntStream.range(0, space.layers()).map(l -> space.candidates(l).size() - 1).sum();
    assertThat(neighbours).hasSize(expected).doesNotHaveDuplicates();
    assertThat(neighbours).allSatisfy(space::check);
    assertThat(neighbours).allMatch(neighbour -> centre.differences(neighbour) == 1);
  }

  @Test
  void refuses_an_operator_that_it_does_not_have() {
    SearchSpace space = space();
    Architecture foreign = space.draw(random()).with(1, "nosuch");
    assertThatThrownBy(() -> space.check(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nosuch")
        .hasMessageContaining("layer 1");
  }
}
