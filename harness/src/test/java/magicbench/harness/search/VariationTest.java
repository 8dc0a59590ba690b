package magicbench.harness.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.ChainSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.plan.Seeds;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VariationTest {

  private static final int LAYERS = 20;
  private static final ChainSpace SPACE =
      new SpaceSettings(LAYERS, List.of("mha", "ffn", "sep3", "id"), 8, 2, 32, 0).space();

  private static Variation variation(long seed) {
    return new Variation(SPACE, new Seeds(seed).random("variation"));
  }

  private static Architecture drawn(long seed, String name) {
    return SPACE.draw(new Seeds(seed).random(name));
  }

  @Property(tries = 50)
  void a_cross_takes_every_layer_from_one_of_its_parents(@ForAll long seed) {
    Architecture left = drawn(seed, "left");
    Architecture right = drawn(seed, "right");
    Architecture child = variation(seed).cross(left, right);
    for (int layer = 0; layer < LAYERS; layer++) {
      assertThat(child.operators().get(layer))
          .isIn(left.operators().get(layer), right.operators().get(layer));
    }
  }

  @Property(tries = 50)
  void a_certain_mutation_changes_every_layer_and_an_impossible_one_none(@ForAll long seed) {
    Architecture parent = drawn(seed, "parent");
    assertThat(variation(seed).mutate(parent, 1).differences(parent)).isEqualTo(LAYERS);
    assertThat(variation(seed).mutate(parent, 0)).isEqualTo(parent);
  }

  @Example
  void a_mutation_changes_as_many_layers_as_its_probability_says() {
    Variation variation = variation(5);
    Architecture parent = drawn(5, "parent");
    double changed = 0;
    for (int draw = 0; draw < 2000; draw++) {
      changed += variation.mutate(parent, 0.1).differences(parent) / 2000.0;
    }
    assertThat(changed).isCloseTo(0.1 * LAYERS, within(0.15)); // deviation of the mean is 0.03
  }

  @Example
  void a_cross_takes_half_from_each_parent() {
    Variation variation = variation(6);
    Architecture parent = drawn(6, "parent");
    Architecture other = variation.mutate(parent, 1);
    double changed = 0;
    for (int draw = 0; draw < 2000; draw++) {
      changed += variation.cross(parent, other).differences(parent) / 2000.0;
    }
    assertThat(changed).isCloseTo(LAYERS / 2.0, within(0.25)); // deviation of the mean is 0.05
  }
}
