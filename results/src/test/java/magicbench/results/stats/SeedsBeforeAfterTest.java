package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SeedsBeforeAfterTest {

  private static final double CONFIDENCE = 0.95;

  private static SeedsBeforeAfter seeds(Map<Long, Double> before, Map<Long, Double> after) {
    return new SeedsBeforeAfter(new TreeMap<>(before), new TreeMap<>(after));
  }

  @Test
  void a_seed_is_held_against_itself_whatever_else_each_side_has() {
    SeedsBeforeAfter seeds = seeds(Map.of(1L, 2.0, 2L, 3.0, 7L, 9.0), Map.of(2L, 5.0, 1L, 2.5));

    assertThat(seeds.common()).containsExactly(1L, 2L);
    assertThat(seeds.differences()).containsExactly(0.5, 2.0);
    assertThat(seeds.paired(CONFIDENCE)).isEqualTo(PairedT.of(new double[] {0.5, 2}, CONFIDENCE));
  }

  @Test
  void other_seeds_are_two_independent_samples() {
    SeedsBeforeAfter seeds = seeds(Map.of(1L, 2.0, 2L, 3.0), Map.of(3L, 5.0, 4L, 5.5));

    assertThat(seeds.common()).isEmpty();
    assertThat(seeds.meanMoved()).isEqualTo(2.75, within(1e-12));
    assertThat(seeds.welch(CONFIDENCE))
        .isEqualTo(Welch.of(new double[] {2, 3}, new double[] {5, 5.5}, CONFIDENCE));
  }

  @Test
  void one_side_that_varies_tells_a_spread() {
    assertThat(seeds(Map.of(1L, 2.0, 2L, 2.0), Map.of(3L, 5.0, 4L, 5.5)).tellsSpread()).isTrue();
  }

  @Test
  void seeds_that_all_agree_tell_no_spread() {
    assertThat(seeds(Map.of(1L, 0.1, 2L, 0.1), Map.of(3L, 5.0, 4L, 5.0)).tellsSpread()).isFalse();
  }

  @Test
  void one_seed_tells_no_spread() {
    assertThat(seeds(Map.of(1L, 2.0), Map.of(3L, 5.0, 4L, 5.5)).tellsSpread()).isFalse();
    assertThat(seeds(Map.of(3L, 5.0, 4L, 5.5), Map.of(1L, 2.0)).tellsSpread()).isFalse();
  }

  @Test
  void a_side_without_seeds_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seeds(Map.of(), Map.of(1L, 2.0)))
        .withMessageContaining("one is needed");
  }
}
