package magicbench.harness.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The conformance checks must catch samplers that are known to be wrong. */
final class SamplerConformanceTest {

  private static final SearchSpace SPACE = new LetterSpace(6, 4);

  @Test
  void catches_a_list_of_paths_that_is_never_cleared() {
    List<Architecture> everDrawn = new ArrayList<>();
    SamplerConformance conformance =
        examine(
            (space, random) -> {
              everDrawn.add(space.draw(random));
              return List.copyOf(everDrawn.subList(0, Math.min(5, everDrawn.size())));
            });
    assertThat(conformance.repetition(1)).singleElement().asString().contains("distinct paths");
  }

  @Test
  void catches_a_sampler_that_favours_an_operator() {
    SamplerConformance conformance =
        examine(
            (space, random) -> {
              Architecture path = space.draw(random);
              return List.of(random.nextInt(4) == 0 ? path.with(2, "a") : path);
            });
    assertThat(conformance.unevenness(1, 1)).singleElement().asString().contains("layer 2");
  }

  @Test
  void catches_an_operator_that_is_never_trained() {
    SamplerConformance conformance =
        examine((space, random) -> List.of(space.draw(random).with(3, "b")));
    assertThat(conformance.uncovered(1)).hasSize(3).allMatch(fault -> fault.contains("layer 3"));
  }

  @Test
  void catches_a_path_from_elsewhere() {
    SamplerConformance conformance =
        examine((space, random) -> List.of(space.draw(random).with(0, "z")));
    assertThat(conformance.strangers(1)).isNotEmpty();
  }

  @Test
  void catches_a_sampler_that_forgets_when_resumed() {
    SamplerConformance conformance = examine(new CountingDraw());
    assertThat(conformance.forgetfulness(1)).isNotEmpty().allMatch(f -> f.contains("resumed"));
  }

  @Test
  void finds_no_fault_in_uniform_draws() {
    SamplerConformance conformance = examine((space, random) -> List.of(space.draw(random)));
    assertThat(conformance.repetition(1)).isEmpty();
    assertThat(conformance.unevenness(1, 1)).isEmpty();
  }

  private static SamplerConformance examine(
      BiFunction<SearchSpace, UniformRandomProvider, List<Architecture>> draw) {
    return new SamplerConformance(
        ScriptedMethod.of(draw), JsonNodeFactory.instance.objectNode(), SPACE, 500);
  }

  /** Draws another path at every odd call, and forgets the count when it is restored. */
  private static final class CountingDraw
      implements BiFunction<SearchSpace, UniformRandomProvider, List<Architecture>> {

    private int calls;

    @Override
    public List<Architecture> apply(SearchSpace space, UniformRandomProvider random) {
      calls++;
      Architecture path = space.draw(random);
      return List.of(path.with(0, space.candidates(0).get(calls % 3)));
    }
  }
}
