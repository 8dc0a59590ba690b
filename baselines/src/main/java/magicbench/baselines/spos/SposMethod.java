package magicbench.baselines.spos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Single-path one-shot training (Guo et al. 2019, arXiv 1904.00420): every step trains one path,
 * each layer's operator drawn uniformly and independently.
 */
public final class SposMethod implements SamplingMethod {

  @Override
  public String name() {
    return "spos";
  }

  /**
   * A sampler for one trial.
   *
   * @throws IllegalArgumentException when there is any setting: this method has none
   */
  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    if (!settings.isEmpty()) {
      throw new IllegalArgumentException(
          "spos has no settings, found " + settings.fieldNames().next());
    }
    return new UniformSampler(space);
  }

  private record UniformSampler(SearchSpace space) implements MemorylessSampler {

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return List.of(space.draw(random));
    }
  }
}
