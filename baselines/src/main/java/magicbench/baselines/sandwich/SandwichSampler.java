package magicbench.baselines.sandwich;

import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trains the same two paths at every step, then uniformly random ones.
 *
 * @param space the space to draw from
 * @param extremes the largest path, which teaches, and the smallest
 * @param randomPaths how many random ones
 * @param rule how the largest teaches
 */
record SandwichSampler(
    SearchSpace space, List<Architecture> extremes, int randomPaths, StepRule rule)
    implements MemorylessSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    Stream<Architecture> drawn = Stream.generate(() -> space.draw(random)).limit(randomPaths);
    return Stream.concat(extremes.stream(), drawn).toList();
  }
}
