package magicbench.baselines.sandwich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.space.Architecture;
import org.junit.jupiter.api.Test;

/** What the sandwich rule promises beyond {@link SamplerContract}. The largest letter is d. */
abstract class SandwichContract extends SamplerContract {

  private static final long SEED = 3;

  @Override
  protected int pathsPerStep() {
    return 4;
  }

  @Override
  protected int fixedPathsPerStep() {
    return 2;
  }

  @Test
  void the_largest_path_comes_first_at_every_step() {
    assertThat(at(0)).containsExactly(Architecture.parse("d.d.d.d.d.d"));
  }

  @Test
  void the_smallest_path_comes_second_at_every_step() {
    assertThat(at(1)).containsExactly(Architecture.parse("a.a.a.a.a.a"));
  }

  private Set<Architecture> at(int place) {
    List<List<Architecture>> run = conformance().run(SEED);
    return run.stream().map(paths -> paths.get(place)).collect(Collectors.toSet());
  }
}
