package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class WatchedSamplerTest {

  /** Measures three child models after every step. */
  private static final class Measuring implements PathSampler {

    private final List<Double> losses = new ArrayList<>();

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return List.of(Architecture.parse("a"));
    }

    @Override
    public void stepped(long step, SelectionLoss measure) {
      List.of("a", "b", "c").forEach(child -> losses.add(measure.of(Architecture.parse(child))));
    }

    @Override
    public String state() {
      return "some";
    }

    @Override
    public void restore(String state) {
      throw new UnsupportedOperationException(state);
    }
  }

  @Test
  void every_measurement_is_a_sign_of_life_and_measures_the_same() {
    List<String> told = new ArrayList<>();
    Measuring measuring = new Measuring();

    new WatchedSampler(measuring, () -> told.add("alive"))
        .stepped(0, child -> child.toString().charAt(0));

    assertThat(told).hasSize(3);
    assertThat(measuring.losses).containsExactly((double) 'a', (double) 'b', (double) 'c');
  }

  /** A method of the interface that isn't handed on would run as its default. */
  @Test
  void hands_on_whatever_a_sampler_can_be_asked() {
    List<String> own =
        Arrays.stream(WatchedSampler.class.getDeclaredMethods()).map(Method::getName).toList();

    assertThat(own)
        .containsAll(Arrays.stream(PathSampler.class.getMethods()).map(Method::getName).toList());
  }
}
