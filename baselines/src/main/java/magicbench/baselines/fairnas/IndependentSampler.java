package magicbench.baselines.fairnas;

import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws every path of a step uniformly and independently: fair in expectation only.
 *
 * @param space the space to draw from
 * @param paths how many paths a step trains
 */
record IndependentSampler(SearchSpace space, int paths) implements MemorylessSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return Stream.generate(() -> space.draw(random)).limit(paths).toList();
  }
}
