package example.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.sampling.PathLaws;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import org.junit.jupiter.api.Test;

/** What an author of a method tests: the contract kit, and what the method promises beyond it. */
// tag::test
final class RotationMethodTest extends SamplerContract {

  @Override
  protected SamplingMethod method() {
    return new RotationMethod();
  }

  @Test
  void every_round_trains_every_operator_of_every_layer_exactly_once() {
    int round = space().candidates(0).size();
    List<Architecture> paths = conformance().run(1).stream().flatMap(List::stream).toList();
    List<List<Architecture>> rounds = new ArrayList<>();
    for (int step = 0; step + round <= paths.size(); step += round) {
      rounds.add(paths.subList(step, step + round));
    }

    assertThat(new PathLaws(rounds, space()).unfairness()).isEmpty();
  }

  // end::test

  @Test
  void refuses_a_setting_by_its_name() {
    assertThatThrownBy(
            () -> method().create(space(), JsonNodeFactory.instance.objectNode().put("speed", 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speed");
  }

  @Test
  void refuses_the_state_of_another_method() {
    assertThatThrownBy(
            () ->
                method()
                    .create(space(), JsonNodeFactory.instance.objectNode())
                    .restore("7 a.b.c.d.a.b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 a.b.c.d.a.b");
  }
}
