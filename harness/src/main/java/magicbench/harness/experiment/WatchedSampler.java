package magicbench.harness.experiment;

import java.util.List;
import java.util.Optional;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Another sampler, whose every measurement counts as a sign of life: one step may make thousands.
 *
 * @param sampler the other one
 * @param alive is told of every measurement
 */
record WatchedSampler(PathSampler sampler, Runnable alive) implements PathSampler {

  @Override
  public void begin(Seeds seeds, long steps) {
    sampler.begin(seeds, steps);
  }

  @Override
  public StepRule rule() {
    return sampler.rule();
  }

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return sampler.next(random);
  }

  @Override
  public void trained(List<Architecture> paths, GradientNorms norms) {
    sampler.trained(paths, norms);
  }

  @Override
  public void stepped(long step, SelectionLoss losses) {
    sampler.stepped(
        step,
        child -> {
          alive.run();
          return losses.of(child);
        });
  }

  @Override
  public Optional<List<Architecture>> survivors() {
    return sampler.survivors();
  }

  @Override
  public String state() {
    return sampler.state();
  }

  @Override
  public void restore(String state) {
    sampler.restore(state);
  }
}
