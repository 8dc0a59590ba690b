package magicbench.harness.training;

import magicbench.harness.alignment.NoAlignment;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;

/**
 * What makes one way to train a super-net another than the next.
 *
 * @param sampler which child models are trained
 * @param aligning what they are aligned with
 */
public record Recipe(PathSampler sampler, Aligning aligning) {

  /**
   * Checks that the two go together.
   *
   * @throws IllegalArgumentException when child models are to be aligned whose gradients the
   *     sampler's rule doesn't average
   */
  public Recipe {
    boolean averages = sampler.rule() instanceof StepRule.Average;
    if (!averages && !(aligning.alignment() instanceof NoAlignment)) {
      throw new IllegalArgumentException(
          "it can't go with a sampler whose rule is "
              + sampler.rule()
              + "; only averaged gradients can be aligned");
    }
  }

  /**
   * A recipe without alignment.
   *
   * @param sampler which child models are trained
   * @return the recipe
   */
  public static Recipe of(PathSampler sampler) {
    return new Recipe(sampler, Aligning.NOTHING);
  }
}
