package magicbench.harness.training;

import java.util.Optional;
import magicbench.harness.alignment.NoAlignment;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;

/**
 * What makes one way to train a super-net another than the next.
 *
 * @param sampler which child models are trained
 * @param aligning what they are aligned with
 * @param teacher what they learn from beside the truth
 */
public record Recipe(PathSampler sampler, Aligning aligning, Optional<LiveTeacher> teacher) {

  /**
   * Checks that the parts go together.
   *
   * @throws IllegalArgumentException when child models are to be aligned or taught whose gradients
   *     the sampler's rule doesn't average, or both at once
   */
  public Recipe {
    boolean averages = sampler.rule() instanceof StepRule.Average;
    boolean aligns = !(aligning.alignment() instanceof NoAlignment);
    if (!averages && aligns) {
      throw new IllegalArgumentException(
          "it can't go with a sampler whose rule is "
              + sampler.rule()
              + "; only averaged gradients can be aligned");
    }
    if (teacher.isPresent() && (!averages || aligns)) {
      throw new IllegalArgumentException(
          "a teacher goes with averaged gradients alone, not with "
              + sampler.rule()
              + " or an alignment");
    }
  }

  /**
   * A recipe without a teacher.
   *
   * @param sampler which child models are trained
   * @param aligning what they are aligned with
   */
  public Recipe(PathSampler sampler, Aligning aligning) {
    this(sampler, aligning, Optional.empty());
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

  /**
   * The same with a teacher.
   *
   * @param other the teacher, if any
   * @return a recipe
   */
  public Recipe taughtBy(Optional<LiveTeacher> other) {
    return new Recipe(sampler, aligning, other);
  }
}
