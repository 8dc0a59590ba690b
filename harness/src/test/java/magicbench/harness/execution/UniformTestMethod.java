package magicbench.harness.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/** A method that remembers its last child model, so that forgetting it on resume shows. */
public final class UniformTestMethod implements SamplingMethod {

  public static final String NAME = "uniform-test";

  /** System property: the call at which a sampler stops for good, so that a test can kill it. */
  public static final String HANG = "magicbench.test.hangAtCall";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    return new Chain(space);
  }

  /** Trains the new child model together with the one of the step before. */
  private static final class Chain implements PathSampler {

    private final SearchSpace space;
    private final int hangAtCall = Integer.getInteger(HANG, Integer.MAX_VALUE);
    private String last = "";
    private int calls;

    Chain(SearchSpace space) {
      this.space = space;
    }

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      while (calls == hangAtCall) {
        LockSupport.park();
      }
      calls++;
      Architecture drawn = space.draw(random);
      List<Architecture> paths =
          last.isEmpty() ? List.of(drawn) : List.of(Architecture.parse(last), drawn);
      last = drawn.toString();
      return paths;
    }

    @Override
    public String state() {
      return last;
    }

    @Override
    public void restore(String state) {
      last = state;
    }
  }
}
