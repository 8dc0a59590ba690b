package magicbench.harness.sampling;

import com.fasterxml.jackson.databind.JsonNode;
import magicbench.harness.space.SearchSpace;

/** A way to train a super-net, found by name with {@link java.util.ServiceLoader}. */
public interface SamplingMethod {

  /**
   * The method's name in plans, records and reports.
   *
   * @return a short lower-case word, for instance {@code spos}
   */
  String name();

  /**
   * A sampler for one trial.
   *
   * @param space the space to draw from
   * @param settings the method's own settings; an empty object means its defaults
   * @return a fresh sampler
   * @throws IllegalArgumentException that names the setting that is unknown or out of range
   */
  PathSampler create(SearchSpace space, JsonNode settings);
}
