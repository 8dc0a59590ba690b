package magicbench.harness.magic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.Settings;
import magicbench.harness.space.SearchSpace;

/**
 * MAGIC-T (Xu et al., ICML 2022): the child models of adjacent steps differ in one operator.
 *
 * <p>The law of the change is not known to us; ours: layers drawn uniformly, in each an operator
 * drawn uniformly from the others. Settings: {@code changes}, how many layers change at a step (1
 * unless told; with all of them every step is far from the last, as random sampling is), and {@code
 * restartEverySteps}, after how many steps a fresh uniform child model begins a new chain (0,
 * never).
 */
public final class MagicTMethod implements SamplingMethod {

  private static final String CHANGES = "changes";
  private static final String RESTART = "restartEverySteps";

  /** A method. */
  public MagicTMethod() {}

  @Override
  public String name() {
    return "magic-t";
  }

  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    Settings given = new Settings(name(), settings, CHANGES, RESTART);
    int changes = (int) given.wholeNumber(CHANGES, 1, 1, space.layers());
    long restart = given.wholeNumber(RESTART, 0, 0, Integer.MAX_VALUE);
    return new OperatorChain(space, changes, restart, Optional.empty(), 0);
  }
}
