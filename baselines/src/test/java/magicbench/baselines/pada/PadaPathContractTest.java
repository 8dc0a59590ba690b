package magicbench.baselines.pada;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import magicbench.harness.sampling.FailedTests;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.ScriptedMethod;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract must fail on samplers whose law is wrong or stale. */
final class PadaPathContractTest {

  private static final String REREAD = "the_law_is_read_again_when_the_gradients_change";

  @Test
  void nothing_fails_on_the_method_itself() {
    assertThat(FailedTests.of(new Examined(new PadaPathMethod()))).isEmpty();
  }

  @Test
  void a_law_that_is_no_longer_read_fails() {
    assertThat(FailedTests.of(new Examined(new Faulty(real -> new Stale(real, 400)))))
        .contains(REREAD);
  }

  @Test
  void a_law_that_was_never_read_fails() {
    assertThat(FailedTests.of(new Examined(new Faulty(real -> new Stale(real, 0)))))
        .contains(REREAD, "the_last_steps_draw_an_operator_by_its_share_of_the_gradients");
  }

  @Test
  void a_uniform_sampler_under_its_name_fails() {
    SamplingMethod uniform = ScriptedMethod.of((space, random) -> List.of(space.draw(random)));
    assertThat(FailedTests.of(new Examined(uniform))).hasSize(4).contains(REREAD);
  }

  @Test
  void a_law_that_is_full_from_the_start_fails() {
    assertThat(FailedTests.of(new Examined(new Faulty(Hasty::new))))
        .contains("the_first_steps_are_uniform");
  }

  private static final class Examined extends PadaPathContract {

    private final SamplingMethod method;

    Examined(SamplingMethod method) {
      this.method = method;
    }

    @Override
    protected SamplingMethod method() {
      return method;
    }
  }

  /** The method with a fault: its sampler lies to the real one about the run or the gradients. */
  private record Faulty(Function<PathSampler, PathSampler> fault) implements SamplingMethod {

    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public PathSampler create(SearchSpace space, JsonNode settings) {
      return fault.apply(new PadaPathMethod().create(space, settings));
    }
  }

  private static class Passing implements PathSampler {

    private final PathSampler real;

    Passing(PathSampler real) {
      this.real = real;
    }

    @Override
    public void begin(Seeds seeds, long steps) {
      real.begin(seeds, steps);
    }

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return real.next(random);
    }

    @Override
    public void trained(List<Architecture> paths, GradientNorms norms) {
      real.trained(paths, norms);
    }

    @Override
    public String state() {
      return real.state();
    }

    @Override
    public void restore(String state) {
      real.restore(state);
    }
  }

  /** Reads no gradient after so many steps, as if its law had been worked out then and kept. */
  private static final class Stale extends Passing {

    private final int readSteps;
    private int step;

    Stale(PathSampler real, int readSteps) {
      super(real);
      this.readSteps = readSteps;
    }

    @Override
    public void trained(List<Architecture> paths, GradientNorms norms) {
      super.trained(paths, step++ < readSteps ? norms : (layer, operator) -> Double.NaN);
    }
  }

  /** Believes itself at the end of a long run from the first step on. */
  private static final class Hasty extends Passing {

    Hasty(PathSampler real) {
      super(real);
    }

    @Override
    public void begin(Seeds seeds, long steps) {
      super.begin(seeds, 10 * steps);
      super.restore("{\"step\":" + 8 * steps + ",\"tallies\":{}}");
    }
  }
}
