package magicbench.harness.probe;

import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Child models at a given distance from another. */
final class Partners {

  private final SearchSpace space;

  Partners(SearchSpace space) {
    this.space = space;
  }

  /** A child model that differs in a uniformly random set of so many layers. */
  Architecture differing(Architecture base, int differences, UniformRandomProvider random) {
    int[] layers = PermutationSampler.natural(space.layers());
    PermutationSampler.shuffle(random, layers);
    Architecture partner = base;
    for (int i = 0; i < differences; i++) {
      partner = exchanged(partner, layers[i], random);
    }
    return partner;
  }

  /** The same child model with a uniformly random other operator in one layer. */
  Architecture exchanged(Architecture base, int layer, UniformRandomProvider random) {
    List<String> others = space.alternatives(base, layer);
    return base.with(layer, others.get(random.nextInt(others.size())));
  }
}
