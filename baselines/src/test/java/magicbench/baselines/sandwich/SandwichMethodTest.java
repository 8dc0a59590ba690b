package magicbench.baselines.sandwich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.ServiceLoader;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

final class SandwichMethodTest extends SandwichContract {

  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @Override
  protected SamplingMethod method() {
    return new SandwichMethod();
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("sandwich");
  }

  @Test
  void teaches_by_soft_labels_only_unless_told() {
    assertThat(method().create(space(), settings).rule()).isEqualTo(new StepRule.Distil(1));
  }

  @Test
  void trains_as_many_random_paths_as_told() {
    settings.put("randomPaths", 0);
    assertThat(step(space())).hasSize(2);
  }

  @Test
  void goes_by_the_parameters_of_a_real_space() {
    assertThat(step(chain()).subList(0, 2))
        .hasToString("[ffn.ffn.ffn.ffn.ffn, sep3.sep3.sep3.sep3.sep3]");
  }

  @Test
  void an_alternating_largest_path_of_a_real_space_is_a_transformer() {
    settings.put("largest", "alternating");
    assertThat(step(chain()).get(0)).hasToString("mha.ffn.mha.ffn.mha");
  }

  @Test
  void refuses_a_setting_by_its_name() {
    settings.put("temperature", 2);
    assertThatThrownBy(() -> method().create(space(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("temperature");
  }

  @Test
  void refuses_a_share_above_one() {
    settings.put("softShare", 1.5);
    assertThatThrownBy(() -> method().create(space(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("softShare = 1.5");
  }

  @Test
  void refuses_a_state() {
    assertThatThrownBy(() -> method().create(space(), settings).restore("3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("remembers nothing");
  }

  private static SearchSpace chain() {
    return new SpaceSettings(5, List.of("sep3", "mha", "ffn", "sep7"), 8, 2, 32, 0).space();
  }

  private List<Architecture> step(SearchSpace space) {
    PathSampler sampler = method().create(space, settings);
    return sampler.next(new Seeds(8).randomAt(PathSampler.STREAM, 1));
  }
}
