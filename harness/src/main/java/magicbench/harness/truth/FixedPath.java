package magicbench.harness.truth;

import java.util.List;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trains the same child model at every step.
 *
 * @param path the child model
 */
public record FixedPath(Architecture path) implements MemorylessSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return List.of(path);
  }
}
