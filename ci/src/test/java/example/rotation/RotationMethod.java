package example.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.SearchSpace;

/**
 * Rotation, the worked example of a method in a jar of its own: every layer trains its operators in
 * turn, one path a step.
 *
 * <p>Within a round of as many steps as a layer has operators, each of them is trained exactly once
 * there, as FairNAS does within one step; where a layer's round begins is drawn anew each round. It
 * has no settings. Source: none, it was made up for this example.
 */
public final class RotationMethod implements SamplingMethod {

  /** A method. */
  public RotationMethod() {}

  @Override
  public String name() {
    return "rotation";
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
          "rotation has no settings, found " + settings.fieldNames().next());
    }
    return new RotationSampler(space);
  }
}
