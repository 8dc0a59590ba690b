package magicbench.baselines.spos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ServiceLoader;
import magicbench.harness.sampling.SamplerConformance;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.sampling.SamplingMethod;
import org.junit.jupiter.api.Test;

final class SposMethodTest extends SamplerContract {

  @Override
  protected SamplingMethod method() {
    return new SposMethod();
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("spos");
  }

  @Test
  void refuses_a_setting_by_its_name() {
    assertThatThrownBy(
            () ->
                method().create(space(), JsonNodeFactory.instance.objectNode().put("restart", 100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("restart");
  }

  @Test
  void trains_one_path_a_step() {
    assertThat(new SamplerConformance(method(), settings(), space(), 50).run(1))
        .allMatch(paths -> paths.size() == 1);
  }
}
