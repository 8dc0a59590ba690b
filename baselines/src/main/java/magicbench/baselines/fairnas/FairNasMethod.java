package magicbench.baselines.fairnas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.Settings;
import magicbench.harness.space.SearchSpace;

/**
 * FairNAS (Chu et al. 2019, arXiv 1907.01845): a step trains as many paths as a layer has
 * operators, and makes one update.
 *
 * <p>Setting {@code fairness}: {@code strict}, every operator of every layer exactly once a step;
 * {@code expectation}, the paths of a step are independent and uniform, so that every operator is
 * trained once a step on average.
 */
public final class FairNasMethod implements SamplingMethod {

  private static final String FAIRNESS = "fairness";
  private static final String STRICT = "strict";
  private static final String EXPECTATION = "expectation";

  /** A method. */
  public FairNasMethod() {}

  @Override
  public String name() {
    return "fairnas";
  }

  /**
   * A sampler for one trial.
   *
   * @throws IllegalArgumentException when a setting is unknown, or layers have different numbers of
   *     operators: then no number of paths trains each of them once
   */
  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    Settings given = new Settings(name(), settings, FAIRNESS);
    String fairness = given.word(FAIRNESS, List.of(STRICT, EXPECTATION));
    int operators = operators(space);
    return fairness.equals(STRICT)
        ? new StrictlyFairSampler(space, operators)
        : new IndependentSampler(space, operators);
  }

  private int operators(SearchSpace space) {
    int operators = space.candidates(0).size();
    for (int layer = 1; layer < space.layers(); layer++) {
      int here = space.candidates(layer).size();
      if (here != operators) {
        throw new IllegalArgumentException(
            name()
                + " needs as many operators in every layer; layer 0 has "
                + operators
                + ", layer "
                + layer
                + " has "
                + here);
      }
    }
    return operators;
  }
}
