package magicbench.baselines.sumnas;

import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Another sampler's paths, trained by another rule. For a sampler that doesn't look at gradients.
 *
 * @param paths whose paths
 * @param rule what is made of them
 */
record ReptileSampler(PathSampler paths, StepRule rule) implements PathSampler {

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return paths.next(random);
  }

  @Override
  public String state() {
    return paths.state();
  }

  @Override
  public void restore(String state) {
    paths.restore(state);
  }
}
