package magicbench.harness.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.sampling.SamplerConformance;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MagicTMethodTest extends MagicTContract {

  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @Override
  protected SamplingMethod method() {
    return new MagicTMethod();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6})
  void adjacent_steps_differ_in_as_many_layers_as_told(int changes) {
    settings.put("changes", changes);
    assertThat(stepwiseDifferences()).containsExactly(changes);
  }

  @Test
  void a_chain_that_restarts_jumps_after_so_many_steps_only() {
    settings.put("restartEverySteps", 5);
    List<Architecture> paths = paths();
    for (int step = 1; step < paths.size(); step++) {
      if (step % 5 != 0) {
        assertThat(paths.get(step).differences(paths.get(step - 1))).as("step %d", step).isOne();
      }
    }
    assertThat(stepwiseDifferences()).anyMatch(differences -> differences > 1);
  }

  @Test
  void every_layer_is_changed_as_often_as_any_other() {
    List<Architecture> paths = paths();
    long[] counts = new long[6];
    for (int step = 1; step < paths.size(); step++) {
      for (int layer = 0; layer < 6; layer++) {
        boolean same =
            paths
                .get(step)
                .operators()
                .get(layer)
                .equals(paths.get(step - 1).operators().get(layer));
        counts[layer] += same ? 0 : 1;
      }
    }
    // Binomial(1999, 1/6): mean 333, deviation 17.
    for (long count : counts) {
      assertThat(count).isBetween(333L - 5 * 17, 333L + 5 * 17);
    }
  }

  @Test
  void refuses_more_changes_than_layers() {
    settings.put("changes", 7);
    assertThatThrownBy(() -> method().create(space(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("magic-t has the setting changes = 7; it must be 1 to 6");
  }

  @Test
  void refuses_a_setting_that_it_does_not_know() {
    settings.put("change", 1);
    assertThatThrownBy(() -> method().create(space(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no setting change");
  }

  @Test
  void refuses_a_state_that_is_none() {
    assertThatThrownBy(() -> method().create(space(), settings).restore("seven a.b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no state of a chain");
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("magic-t");
  }

  private List<Architecture> paths() {
    return new SamplerConformance(method(), settings, space(), 2_000)
        .run(1).stream().map(paths -> paths.get(0)).toList();
  }

  private Set<Integer> stepwiseDifferences() {
    List<Architecture> paths = paths();
    return IntStream.range(1, paths.size())
        .mapToObj(step -> paths.get(step).differences(paths.get(step - 1)))
        .collect(Collectors.toSet());
  }
}
