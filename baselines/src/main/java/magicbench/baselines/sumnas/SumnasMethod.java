package magicbench.baselines.sumnas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import magicbench.baselines.fairnas.FairNasMethod;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.Settings;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.SearchSpace;

/**
 * SUMNAS (ICLR 2022), as PA&DA's code has it: the paths of a step are FairNAS's; each takes inner
 * steps from the step's own weights, and the weights move by the mean displacement (Reptile).
 * Settings:
 *
 * <ul>
 *   <li>{@code innerSteps}: 2 unless told
 *   <li>{@code innerRate}: the learning rate of the inner steps, 0.05 unless told
 *   <li>{@code outer}: {@code interpolation} moves the weights by a part of the mean displacement;
 *       {@code optimiser} gives it to the run's optimiser for a gradient
 *   <li>{@code outerRate}: that part, at the peak of the schedule; 1 unless told; with {@code
 *       interpolation} only
 * </ul>
 */
public final class SumnasMethod implements SamplingMethod {

  private static final String INNER_STEPS = "innerSteps";
  private static final String INNER_RATE = "innerRate";
  private static final String OUTER = "outer";
  private static final String OUTER_RATE = "outerRate";
  private static final String INTERPOLATION = "interpolation";
  private static final String OPTIMISER = "optimiser";

  private static final double LEAST_RATE = 1e-6;

  /** A method. */
  public SumnasMethod() {}

  @Override
  public String name() {
    return "sumnas";
  }

  /**
   * A sampler for one trial.
   *
   * @throws IllegalArgumentException when a setting is unknown, out of range or without effect, or
   *     layers have different numbers of operators
   */
  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    Settings given = new Settings(name(), settings, INNER_STEPS, INNER_RATE, OUTER, OUTER_RATE);
    return new ReptileSampler(
        new FairNasMethod().create(space, JsonNodeFactory.instance.objectNode()),
        new StepRule.Reptile(
            (int) given.wholeNumber(INNER_STEPS, 2, 1, 64),
            given.number(INNER_RATE, 0.05, LEAST_RATE, 10),
            outer(given, settings)));
  }

  private StepRule.Outer outer(Settings given, JsonNode settings) {
    double rate = given.number(OUTER_RATE, 1, LEAST_RATE, 10);
    if (given.word(OUTER, List.of(INTERPOLATION, OPTIMISER)).equals(INTERPOLATION)) {
      return new StepRule.Interpolation(rate);
    }
    if (settings.has(OUTER_RATE)) {
      throw new IllegalArgumentException(
          name() + " has the setting outerRate, which means nothing with outer = optimiser");
    }
    return new StepRule.Optimiser();
  }
}
