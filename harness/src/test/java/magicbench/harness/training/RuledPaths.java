package magicbench.harness.training;

import java.util.List;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/** The same child models at every step, trained by a rule. */
record RuledPaths(List<Architecture> paths, StepRule rule) implements MemorylessSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return paths;
  }
}
