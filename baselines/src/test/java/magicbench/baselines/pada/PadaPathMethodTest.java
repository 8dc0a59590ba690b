package magicbench.baselines.pada;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.ServiceLoader;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PadaPathMethodTest extends PadaPathContract {

  @Override
  protected SamplingMethod method() {
    return new PadaPathMethod();
  }

  @Test
  void its_state_holds_the_norms_that_it_saw() {
    PathSampler sampler = begun();
    sampler.trained(List.of(Architecture.parse("a.b.a.a.a.a")), (layer, operator) -> layer + 0.1);
    assertThat(sampler.state())
        .isEqualTo(
            "{\"step\":1,\"tallies\":{\"a\":{\"sum\":14.5,\"count\":5},\"b\":{\"sum\":1.1,\"count\":1}}}");
  }

  @Test
  void a_gradient_that_is_no_number_is_not_counted() {
    PathSampler sampler = begun();
    sampler.trained(List.of(Architecture.parse("a.b.a.a.a.a")), (layer, operator) -> Double.NaN);
    assertThat(sampler.state()).isEqualTo("{\"step\":1,\"tallies\":{}}");
  }

  @Test
  void trains_nothing_before_it_was_told_of_the_run() {
    PathSampler sampler = method().create(space(), settings());
    assertThatThrownBy(() -> sampler.next(new Seeds(5).randomAt(PathSampler.STREAM, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a run of 0 steps");
  }

  @Test
  void refuses_a_setting_by_its_name() {
    assertThatThrownBy(
            () ->
                method().create(space(), JsonNodeFactory.instance.objectNode().put("epochs", 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("epochs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "seven", "{\"step\":-1,\"tallies\":{}}", "{\"step\":1}", "{\"steps\":1}"})
  void refuses_a_state_that_is_none(String state) {
    PathSampler sampler = begun();
    assertThatThrownBy(() -> sampler.restore(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no state of pada-path");
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("pada-path");
  }

  private PathSampler begun() {
    PathSampler sampler = method().create(space(), settings());
    sampler.begin(new Seeds(5), 10);
    return sampler;
  }
}
