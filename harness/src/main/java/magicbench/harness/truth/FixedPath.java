package magicbench.harness.truth;

import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trains the same child model at every step.
 *
 * @param path the child model
 */
public record FixedPath(Architecture path) implements PathSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return List.of(path);
  }

  @Override
  public String state() {
    return "";
  }

  @Override
  public void restore(String state) {
    if (!state.isEmpty()) {
      throw new IllegalArgumentException("a fixed path remembers nothing, found " + state);
    }
  }
}
