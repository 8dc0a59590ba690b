package magicbench.harness.search;

import java.util.ArrayList;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How child models of a generation come from those of the one before.
 *
 * @param space the child models
 * @param random where the variation comes from
 */
record Variation(SearchSpace space, UniformRandomProvider random) {

  /**
   * Exchanges each layer's operator with some probability for another one, uniformly.
   *
   * @param parent a child model of the space
   * @param probability 0 to 1, for each layer on its own
   */
  Architecture mutate(Architecture parent, double probability) {
    Architecture child = parent;
    for (int layer = 0; layer < space.layers(); layer++) {
      if (random.nextDouble() < probability) {
        String present = parent.operators().get(layer);
        List<String> others =
            space.candidates(layer).stream().filter(name -> !name.equals(present)).toList();
        child = child.with(layer, others.get(random.nextInt(others.size())));
      }
    }
    return child;
  }

  /** Takes each layer's operator from one of two parents, with equal chances. */
  Architecture cross(Architecture left, Architecture right) {
    List<String> operators = new ArrayList<>();
    for (int layer = 0; layer < space.layers(); layer++) {
      operators.add((random.nextBoolean() ? left : right).operators().get(layer));
    }
    return new Architecture(operators);
  }

  Architecture anyOf(List<Architecture> parents) {
    return parents.get(random.nextInt(parents.size()));
  }
}
