package magicbench.baselines.fairnas;

import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Permutes the operators of every layer afresh at every step; a step's n-th path takes the n-th of
 * each. It remembers nothing, so there is no list that could be left uncleared.
 *
 * @param space the space to draw from
 * @param operators how many operators every layer has
 */
record StrictlyFairSampler(SearchSpace space, int operators) implements MemorylessSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    List<int[]> orders =
        IntStream.range(0, space.layers())
            .mapToObj(layer -> new PermutationSampler(random, operators, operators).sample())
            .toList();
    return IntStream.range(0, operators).mapToObj(number -> path(orders, number)).toList();
  }

  private Architecture path(List<int[]> orders, int number) {
    return new Architecture(
        IntStream.range(0, space.layers())
            .mapToObj(layer -> space.candidates(layer).get(orders.get(layer)[number]))
            .toList());
  }
}
