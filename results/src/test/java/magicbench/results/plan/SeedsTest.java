package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SeedsTest {

  private static final int DRAWS = 20_000;

  // Computed apart from this code, as the first 8 bytes of SHA-256 over seed, step and name.
  @Test
  void gives_the_golden_seeds() {
    Seeds seeds = new Seeds(1);

    assertThat(Long.toHexString(seeds.stream("sampler"))).isEqualTo("8e4f93247d2df6ad");
    assertThat(Long.toHexString(seeds.at("sampler", 0))).isEqualTo("98eb22f5b879b98d");
    assertThat(Long.toHexString(seeds.at("sampler", 7))).isEqualTo("749afe5316cd53bd");
    assertThat(Long.toHexString(new Seeds(-1).stream("masks"))).isEqualTo("edc833570f938b30");
  }

  @Property(tries = 200)
  void the_same_stream_repeats(
      @ForAll long seed, @ForAll @AlphaChars @StringLength(max = 20) String name) {
    assertThat(new Seeds(seed).random(name).nextLong())
        .isEqualTo(new Seeds(seed).random(name).nextLong());
  }

  @Property(tries = 200)
  void a_step_of_a_stream_repeats_and_differs_from_the_next(
      @ForAll long seed, @ForAll @LongRange(min = 0, max = 1L << 40) long step) {
    Seeds seeds = new Seeds(seed);

    assertThat(seeds.randomAt("a", step).nextLong())
        .isEqualTo(seeds.randomAt("a", step).nextLong());
    assertThat(seeds.at("a", step)).isNotEqualTo(seeds.at("a", step + 1));
  }

  @Property(tries = 200)
  void another_name_or_seed_gives_another_stream(@ForAll long seed) {
    long stream = new Seeds(seed).stream("masks");

    assertThat(new Seeds(seed).stream("mask")).isNotEqualTo(stream);
    assertThat(new Seeds(seed + 1).stream("masks")).isNotEqualTo(stream);
    assertThat(new Seeds(seed).at("masks", 0)).isNotEqualTo(stream);
  }

  @Test
  void neighbouring_seeds_names_and_steps_never_collide() {
    Set<Long> seen = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      for (long step = 0; step < 20; step++) {
        seen.add(new Seeds(seed).at("a", step));
        seen.add(new Seeds(seed).at("b", step));
      }
      seen.add(new Seeds(seed).stream("a"));
      seen.add(new Seeds(seed).stream("b"));
    }

    assertThat(seen).hasSize(20 * 42);
  }

  // Of independent uniform draws the correlation has a standard error of 1 / sqrt(20,000) = 0.007.
  @Test
  void first_draws_of_successive_steps_are_uniform_and_uncorrelated() {
    Seeds seeds = new Seeds(5);
    double sum = 0;
    double lagged = 0;
    double before = seeds.randomAt("a", 0).nextDouble() - 0.5;
    for (int step = 1; step <= DRAWS; step++) {
      double draw = seeds.randomAt("a", step).nextDouble() - 0.5;
      sum += draw;
      lagged += draw * before;
      before = draw;
    }

    assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
    assertThat(12 * lagged / DRAWS).isCloseTo(0, within(0.035));
  }
}
