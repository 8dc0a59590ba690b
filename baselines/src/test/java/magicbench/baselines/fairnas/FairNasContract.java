package magicbench.baselines.fairnas;

import static org.assertj.core.api.Assertions.assertThat;

import magicbench.harness.sampling.SamplerContract;
import org.junit.jupiter.api.Test;

/** What FairNAS promises beyond {@link SamplerContract}. */
abstract class FairNasContract extends SamplerContract {

  @Override
  protected int pathsPerStep() {
    return space().candidates(0).size();
  }

  @Test
  void every_step_trains_every_operator_of_every_layer_exactly_once() {
    assertThat(laws().unfairness()).isEmpty();
  }
}
