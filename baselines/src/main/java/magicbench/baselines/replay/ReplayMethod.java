package magicbench.baselines.replay;

import com.fasterxml.jackson.databind.JsonNode;
import magicbench.harness.magic.MagicTMethod;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.SearchSpace;

/**
 * A control: the very paths that MAGIC-T trains in a run of the same seed, settings and number of
 * steps, each as often, in a shuffled order. Settings: those of {@link MagicTMethod}.
 */
public final class ReplayMethod implements SamplingMethod {

  /** A method. */
  public ReplayMethod() {}

  @Override
  public String name() {
    return "replay";
  }

  /**
   * A sampler for one trial, which has to be told of the run before its first step.
   *
   * @throws IllegalArgumentException that names the setting that MAGIC-T doesn't know or that is
   *     out of range
   */
  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    return new ShuffledReplay(new MagicTMethod().create(space, settings));
  }
}
