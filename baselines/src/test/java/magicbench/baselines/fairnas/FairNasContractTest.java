package magicbench.baselines.fairnas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import magicbench.harness.sampling.FailedTests;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.ScriptedMethod;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract must fail on faults put into FairNAS, among them the one of a public baseline. */
final class FairNasContractTest {

  private static final String FAIR = "every_step_trains_every_operator_of_every_layer_exactly_once";
  private static final String VARIED = "an_epoch_trains_many_different_paths";
  private static final String RESUMED = "a_resumed_run_goes_on_as_an_uninterrupted_one";
  private static final String COUNTED = "every_step_trains_as_many_paths_as_the_method_says";

  @Test
  void nothing_fails_on_the_method_itself() {
    assertThat(FailedTests.of(new Examined(new FairNasMethod(), "strict"))).isEmpty();
  }

  /** The public baseline's mistake: each step looks fair, and all steps of an epoch are one. */
  @Test
  void a_list_that_is_never_cleared_within_an_epoch_fails() {
    assertThat(failedOn(space -> readingTheFirstOfAList(space, 100)))
        .containsExactlyInAnyOrder(VARIED, RESUMED);
  }

  @Test
  void paths_that_are_fair_in_expectation_only_fail() {
    assertThat(FailedTests.of(new Examined(new FairNasMethod(), "expectation")))
        .containsExactly(FAIR);
  }

  @Test
  void a_single_path_a_step_fails() {
    assertThat(failedOn(space -> random -> List.of(space.draw(random))))
        .containsExactlyInAnyOrder(FAIR, COUNTED);
  }

  private static Function<UniformRandomProvider, List<Architecture>> readingTheFirstOfAList(
      SearchSpace space, int epoch) {
    PathSampler fair = new FairNasMethod().create(space, JsonNodeFactory.instance.objectNode());
    List<Architecture> list = new ArrayList<>();
    return random -> {
      if (list.size() == epoch * space.candidates(0).size()) {
        list.clear();
      }
      list.addAll(fair.next(random));
      return List.copyOf(list.subList(0, space.candidates(0).size()));
    };
  }

  private static Iterable<String> failedOn(
      Function<SearchSpace, Function<UniformRandomProvider, List<Architecture>>> script) {
    return FailedTests.of(new Examined(new ScriptedMethod(script), "strict"));
  }

  private static final class Examined extends FairNasContract {

    private final SamplingMethod method;
    private final String fairness;

    Examined(SamplingMethod method, String fairness) {
      this.method = method;
      this.fairness = fairness;
    }

    @Override
    protected SamplingMethod method() {
      return method;
    }

    @Override
    protected JsonNode settings() {
      return JsonNodeFactory.instance.objectNode().put("fairness", fairness);
    }
  }
}
