package magicbench.baselines.shrinking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import magicbench.harness.sampling.FailedTests;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.ScriptedMethod;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract must fail on samplers that shrink wrongly, or not at all. */
final class ShrinkingContractTest {

  @Test
  void nothing_fails_on_the_method_itself() {
    assertThat(FailedTests.of(new Examined(new ShrinkingMethod()))).isEmpty();
  }

  @Test
  void a_uniform_sampler_under_its_name_fails() {
    SamplingMethod uniform = ScriptedMethod.of((space, random) -> List.of(space.draw(random)));
    assertThat(FailedTests.of(new Examined(uniform)))
        .contains(
            "every_review_measures_what_was_left_and_no_more",
            "only_what_is_left_is_trained_after_the_last_review");
  }

  @Test
  void losses_with_their_sign_turned_fail() {
    assertThat(
            FailedTests.of(new Examined(new Faulty(losses -> child -> -losses.of(child), false))))
        .contains("those_that_do_better_are_left");
  }

  @Test
  void a_list_of_survivors_that_is_not_trained_from_fails() {
    assertThat(FailedTests.of(new Examined(new Faulty(losses -> losses, true))))
        .containsExactly("only_what_is_left_is_trained_after_the_last_review");
  }

  private static final class Examined extends ShrinkingContract {

    private final SamplingMethod method;

    Examined(SamplingMethod method) {
      this.method = method;
    }

    @Override
    protected SamplingMethod method() {
      return method;
    }
  }

  /** The method with a fault: its losses are changed, or it draws from the whole space for ever. */
  private record Faulty(UnaryOperator<SelectionLoss> changed, boolean drawsFromAll)
      implements SamplingMethod {

    @Override
    public String name() {
      return "faulty";
    }

    @Override
    public PathSampler create(SearchSpace space, JsonNode settings) {
      PathSampler real = new ShrinkingMethod().create(space, settings);
      return new Passing(real, changed, drawsFromAll ? Optional.of(space) : Optional.empty());
    }
  }

  private record Passing(
      PathSampler real, UnaryOperator<SelectionLoss> changed, Optional<SearchSpace> all)
      implements PathSampler {

    @Override
    public void begin(Seeds seeds, long steps) {
      real.begin(seeds, steps);
    }

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return all.map(space -> List.of(space.draw(random))).orElseGet(() -> real.next(random));
    }

    @Override
    public void stepped(long step, SelectionLoss losses) {
      real.stepped(step, changed.apply(losses));
    }

    @Override
    public Optional<List<Architecture>> survivors() {
      return real.survivors();
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
}
