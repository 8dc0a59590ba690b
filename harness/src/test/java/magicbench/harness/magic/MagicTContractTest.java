package magicbench.harness.magic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import magicbench.harness.sampling.FailedTests;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.ScriptedMethod;
import org.junit.jupiter.api.Test;

/** MAGIC-T's contract must fail on what only bears its name. */
final class MagicTContractTest {

  private static final String ONE_OPERATOR =
      "the_paths_of_adjacent_steps_differ_in_exactly_one_operator";

  @Test
  void nothing_fails_on_the_method_itself() {
    assertThat(FailedTests.of(new Examined(new MagicTMethod(), 1))).isEmpty();
  }

  @Test
  void a_random_sampler_under_its_name_fails() {
    SamplingMethod random = ScriptedMethod.of((space, draw) -> List.of(space.draw(draw)));
    assertThat(FailedTests.of(new Examined(random, 1))).containsExactly(ONE_OPERATOR);
  }

  @Test
  void a_chain_of_two_changes_a_step_fails() {
    assertThat(FailedTests.of(new Examined(new MagicTMethod(), 2))).containsExactly(ONE_OPERATOR);
  }

  private static final class Examined extends MagicTContract {

    private final SamplingMethod method;
    private final int changes;

    Examined(SamplingMethod method, int changes) {
      this.method = method;
      this.changes = changes;
    }

    @Override
    protected SamplingMethod method() {
      return method;
    }

    @Override
    protected JsonNode settings() {
      return JsonNodeFactory.instance.objectNode().put("changes", changes);
    }
  }
}
