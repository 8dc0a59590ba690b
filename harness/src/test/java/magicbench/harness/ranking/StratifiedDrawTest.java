package magicbench.harness.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

class StratifiedDrawTest {

  private final NetworkSize size = size(8);

  private static NetworkSize size(int layers) {
    SpaceSettings settings =
        new SpaceSettings(layers, List.of("mha", "ffn", "sep3", "id"), 8, 2, 32, 2);
    return new NetworkSize(settings.space(), 50, 8);
  }

  @Test
  void gives_distinct_child_models_of_the_space() {
    List<Architecture> drawn = new StratifiedDraw(size).draw(40, new Seeds(1));
    assertThat(drawn).hasSize(40).doesNotHaveDuplicates().allSatisfy(size.space()::check);
  }

  @Test
  void goes_from_small_to_large() {
    List<Architecture> drawn = new StratifiedDraw(size).draw(40, new Seeds(1));
    assertThat(drawn.stream().map(size::parameters).toList()).isSorted();
  }

  @Test
  void a_seed_repeats_its_draw_and_another_draws_others() {
    StratifiedDraw draw = new StratifiedDraw(size);
    List<Architecture> first = draw.draw(10, new Seeds(1));
    assertThat(draw.draw(10, new Seeds(1))).isEqualTo(first);
    assertThat(draw.draw(10, new Seeds(2))).isNotEqualTo(first);
  }

  @Test
  void a_space_that_is_too_small_is_a_mistake() {
    assertThatThrownBy(() -> new StratifiedDraw(size(2)).draw(10, new Seeds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too few child models");
  }
}
