package magicbench.baselines.sumnas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ServiceLoader;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.StepRule;
import org.junit.jupiter.api.Test;

final class SumnasMethodTest extends SamplerContract {

  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @Override
  protected SamplingMethod method() {
    return new SumnasMethod();
  }

  @Override
  protected int pathsPerStep() {
    return space().candidates(0).size();
  }

  @Test
  void every_step_trains_every_operator_of_every_layer_exactly_once() {
    assertThat(laws().unfairness()).isEmpty();
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("sumnas");
  }

  @Test
  void takes_the_published_rates_unless_told() {
    assertThat(rule()).isEqualTo(new StepRule.Reptile(2, 0.05, new StepRule.Interpolation(1)));
  }

  @Test
  void takes_the_rates_that_it_is_told() {
    settings.put("innerSteps", 3).put("innerRate", 0.2).put("outerRate", 0.5);
    assertThat(rule()).isEqualTo(new StepRule.Reptile(3, 0.2, new StepRule.Interpolation(0.5)));
  }

  @Test
  void leaves_the_outer_update_to_the_optimiser_when_told() {
    settings.put("outer", "optimiser");
    assertThat(rule()).isEqualTo(new StepRule.Reptile(2, 0.05, new StepRule.Optimiser()));
  }

  @Test
  void refuses_an_outer_rate_that_would_have_no_effect() {
    settings.put("outer", "optimiser").put("outerRate", 1);
    assertThatThrownBy(this::rule)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outerRate, which means nothing");
  }

  @Test
  void refuses_no_inner_step() {
    settings.put("innerSteps", 0);
    assertThatThrownBy(this::rule)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("innerSteps = 0");
  }

  @Test
  void refuses_a_setting_by_its_name() {
    settings.put("momentum", 0.9);
    assertThatThrownBy(this::rule)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("momentum");
  }

  private StepRule rule() {
    return method().create(space(), settings).rule();
  }
}
