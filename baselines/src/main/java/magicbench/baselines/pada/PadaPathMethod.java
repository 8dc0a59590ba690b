package magicbench.baselines.pada;

import com.fasterxml.jackson.databind.JsonNode;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.Settings;
import magicbench.harness.space.SearchSpace;

/**
 * Path importance sampling, the path half of PA-DA (CVPR 2023, arXiv 2302.14772): one path a step;
 * a layer's operators are drawn by the mean size of their gradients, mixed with the uniform law.
 */
public final class PadaPathMethod implements SamplingMethod {

  /** A method. */
  public PadaPathMethod() {}

  @Override
  public String name() {
    return "pada-path";
  }

  /**
   * A sampler for one trial, which has to be told of the run before its first step.
   *
   * @throws IllegalArgumentException when there is any setting: this method has none
   */
  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    new Settings(name(), settings);
    return new ImportanceSampler(space);
  }
}
