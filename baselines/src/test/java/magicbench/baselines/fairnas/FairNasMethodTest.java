package magicbench.baselines.fairnas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.ServiceLoader;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

final class FairNasMethodTest extends FairNasContract {

  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @Override
  protected SamplingMethod method() {
    return new FairNasMethod();
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("fairnas");
  }

  @Test
  void is_strict_unless_told() {
    settings.put("fairness", "strict");
    assertThat(step(method().create(space(), settings)))
        .isEqualTo(step(method().create(space(), settings())));
  }

  @Test
  void remembers_nothing_from_step_to_step() {
    PathSampler used = method().create(space(), settings);
    used.next(new Seeds(8).randomAt(PathSampler.STREAM, 0));
    assertThat(used.state()).isEmpty();
    assertThat(step(used)).isEqualTo(step(method().create(space(), settings)));
  }

  @Test
  void permutes_every_layer_independently_of_the_others() {
    long agreeing =
        conformance().run(1).stream()
            .flatMap(List::stream)
            .filter(path -> path.operators().get(0).equals(path.operators().get(1)))
            .count();
    // A step's agreeing paths are a permutation's fixed points: mean 1, variance 1; 2,000 steps.
    assertThat(agreeing).isBetween(2_000L - 5 * 45, 2_000L + 5 * 45);
  }

  @Test
  void refuses_a_fairness_that_it_does_not_know() {
    settings.put("fairness", "relaxed");
    assertThatThrownBy(() -> method().create(space(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "fairnas has the setting fairness = \"relaxed\"; it must be one of [strict, expectation]");
  }

  @Test
  void refuses_layers_with_different_numbers_of_operators() {
    assertThatThrownBy(() -> method().create(new UnevenSpace(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fairnas needs as many operators in every layer; layer 0 has 2, layer 1 has 3");
  }

  @Test
  void refuses_a_state() {
    assertThatThrownBy(() -> method().create(space(), settings).restore("3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("remembers nothing");
  }

  private static List<Architecture> step(PathSampler sampler) {
    return sampler.next(new Seeds(8).randomAt(PathSampler.STREAM, 1));
  }
}
