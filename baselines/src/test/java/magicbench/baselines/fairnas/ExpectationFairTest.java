package magicbench.baselines.fairnas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.sampling.SamplingMethod;
import org.junit.jupiter.api.Test;

/** The twin that is fair in expectation only. */
final class ExpectationFairTest extends SamplerContract {

  @Override
  protected SamplingMethod method() {
    return new FairNasMethod();
  }

  @Override
  protected JsonNode settings() {
    return JsonNodeFactory.instance.objectNode().put("fairness", "expectation");
  }

  @Override
  protected int pathsPerStep() {
    return 4;
  }

  /** All of a layer's 4 operators once: in 4! of 4⁴ draws. */
  @Test
  void hardly_any_layer_of_a_step_is_strictly_fair() {
    int layers = 2_000 * space().layers();
    assertThat(laws().unfairness().size() / (double) layers).isBetween(0.89, 0.92);
  }
}
