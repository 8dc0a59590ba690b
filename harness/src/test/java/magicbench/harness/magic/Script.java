package magicbench.harness.magic;

import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/** Trains the listed paths, one a step. */
final class Script implements PathSampler {

  private final List<Architecture> paths;
  private int next;

  Script(List<Architecture> paths) {
    this.paths = paths;
  }

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return List.of(paths.get(next++));
  }

  @Override
  public String state() {
    return Integer.toString(next);
  }

  @Override
  public void restore(String state) {
    next = Integer.parseInt(state);
  }
}
