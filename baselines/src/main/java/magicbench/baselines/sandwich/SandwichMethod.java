package magicbench.baselines.sandwich;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.Settings;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;

/**
 * The sandwich rule with in-place distillation (BigNAS, OFA's kin; read in AlphaNet's code): a step
 * trains the largest path, the smallest and some random ones; the largest learns the task, the
 * others what it predicts. Settings:
 *
 * <ul>
 *   <li>{@code randomPaths}: how many random paths a step trains, 2 unless told
 *   <li>{@code softShare}: the soft labels' part of the taught paths' loss, 1 unless told; 0 is the
 *       sandwich rule without distillation
 *   <li>{@code largest}: {@code parameters}, the operator of most parameters in every layer; {@code
 *       alternating}, the two operators of most parameters in turn
 * </ul>
 */
public final class SandwichMethod implements SamplingMethod {

  private static final String RANDOM_PATHS = "randomPaths";
  private static final String SOFT_SHARE = "softShare";
  private static final String LARGEST = "largest";
  private static final String PARAMETERS = "parameters";

  /** A method. */
  public SandwichMethod() {}

  @Override
  public String name() {
    return "sandwich";
  }

  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    Settings given = new Settings(name(), settings, RANDOM_PATHS, SOFT_SHARE, LARGEST);
    String largest = given.word(LARGEST, List.of(PARAMETERS, "alternating"));
    Extremes extremes = new Extremes(space);
    Architecture teacher = largest.equals(PARAMETERS) ? extremes.largest() : extremes.alternating();
    return new SandwichSampler(
        space,
        List.of(teacher, extremes.smallest()),
        (int) given.wholeNumber(RANDOM_PATHS, 2, 0, 64),
        new StepRule.Distil(given.number(SOFT_SHARE, 1, 0, 1)));
  }
}
