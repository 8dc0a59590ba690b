package magicbench.baselines.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import magicbench.harness.magic.MagicTMethod;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplerConformance;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReplayMethodTest extends SamplerContract {

  private final ObjectNode settings = JsonNodeFactory.instance.objectNode();

  @Override
  protected SamplingMethod method() {
    return new ReplayMethod();
  }

  @Override
  protected int mixingSteps() {
    return 40; // the paths are a chain's: few of the 2,000 count as independent, in any order
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "1, 50"})
  void trains_the_very_paths_of_magic_t_each_as_often(int changes, int restart) {
    settings.put("changes", changes).put("restartEverySteps", restart);
    assertThat(paths(method(), 5))
        .containsExactlyInAnyOrderElementsOf(paths(new MagicTMethod(), 5));
  }

  /**
   * Of independent pairs one in 228 is one operator apart: some 4 in 999, and a few of the chain.
   */
  @Test
  void keeps_hardly_any_pair_of_adjacent_paths_one_operator_apart() {
    List<Architecture> paths = paths(method(), 5);
    long near =
        Stream.iterate(1, step -> step < paths.size(), step -> step + 1)
            .filter(step -> paths.get(step).differences(paths.get(step - 1)) == 1)
            .count();
    assertThat(near).isLessThan(20);
  }

  @Test
  void a_shorter_run_replays_the_beginning_of_the_same_chain() {
    List<Architecture> beginning = paths(new MagicTMethod(), 5).subList(0, 10);
    assertThat(new SamplerConformance(method(), settings, space(), 10).run(5))
        .flatMap(paths -> paths)
        .containsExactlyInAnyOrderElementsOf(beginning)
        .isNotEqualTo(beginning);
  }

  @Test
  void refuses_a_setting_as_magic_t_does() {
    settings.put("changes", 7);
    assertThatThrownBy(() -> method().create(space(), settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changes = 7; it must be 1 to 6");
  }

  @Test
  void trains_nothing_before_it_was_told_of_the_run() {
    PathSampler sampler = method().create(space(), settings);
    assertThatThrownBy(() -> sampler.next(new Seeds(5).randomAt(PathSampler.STREAM, 0)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a run of 0 steps");
  }

  @Test
  void trains_nothing_after_the_last_step() {
    PathSampler sampler = begun(2);
    sampler.restore("2");
    assertThatThrownBy(() -> sampler.next(new Seeds(5).randomAt(PathSampler.STREAM, 2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no step 2");
  }

  @ParameterizedTest
  @CsvSource({"3", "-1", "two"})
  void refuses_a_state_that_is_none(String state) {
    PathSampler sampler = begun(2);
    assertThatThrownBy(() -> sampler.restore(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no state of a replay");
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("replay");
  }

  private PathSampler begun(long steps) {
    PathSampler sampler = method().create(space(), settings);
    sampler.begin(new Seeds(5), steps);
    return sampler;
  }

  private List<Architecture> paths(SamplingMethod method, long seed) {
    return new SamplerConformance(method, settings, space(), 1_000)
        .run(seed).stream().flatMap(List::stream).toList();
  }
}
