package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuantitiesTest {

  @Test
  void shows_seconds_minutes_and_hours() {
    assertThat(Quantities.seconds(12.34)).isEqualTo("12.3\u00a0s");
    assertThat(Quantities.seconds(245)).isEqualTo("4\u00a0min 05\u00a0s");
    assertThat(Quantities.seconds(11_220)).isEqualTo("3\u00a0h 07\u00a0min");
  }

  @Test
  void never_shows_sixty_minutes() {
    assertThat(Quantities.seconds(3599.7)).isEqualTo("1\u00a0h 00\u00a0min");
  }

  @Test
  void shows_sizes_in_binary_units() {
    assertThat(Quantities.bytes(512)).isEqualTo("512\u00a0B");
    assertThat(Quantities.bytes(1.5 * (1L << 30))).isEqualTo("1.5\u00a0GiB");
  }

  @Test
  void shows_energy_in_joules_or_kilojoules() {
    assertThat(Quantities.joules(812)).isEqualTo("812\u00a0J");
    assertThat(Quantities.joules(12_345)).isEqualTo("12.3\u00a0kJ");
  }
}
