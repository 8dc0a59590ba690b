package magicbench.harness.magic;

import static org.assertj.core.api.Assertions.assertThat;

import magicbench.harness.sampling.SamplerContract;
import org.junit.jupiter.api.Test;

/**
 * What MAGIC-T promises beyond {@link SamplerContract}: what goes by its name must walk, one
 * operator a step, without rest.
 */
public abstract class MagicTContract extends SamplerContract {

  @Override
  protected int mixingSteps() {
    return 20; // 6 layers: about L log L steps
  }

  @Test
  void the_paths_of_adjacent_steps_differ_in_exactly_one_operator() {
    assertThat(laws().leaps(1)).isEmpty();
  }
}
