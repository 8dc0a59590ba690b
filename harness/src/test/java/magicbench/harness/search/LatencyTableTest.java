package magicbench.harness.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import magicbench.harness.space.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTableTest {

  private static final LatencyTable TABLE =
      new LatencyTable(0.5, new TreeMap<>(Map.of("mha", 2.0, "ffn", 1.25, "id", 0.0)));

  @Test
  void adds_up_what_the_parts_take() {
    assertThat(TABLE.millis(Architecture.parse("mha.ffn.id.ffn"))).isCloseTo(5, within(1e-12));
  }

  @Test
  void allows_what_takes_no_longer_than_the_limit() {
    Limits limits = Limits.NONE.and(Limits.latency(TABLE, 3.75));

    assertThat(limits.allow(Architecture.parse("mha.ffn"))).isTrue();
    assertThat(limits.allow(Architecture.parse("mha.mha"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mha.ffn.ffn.id.mha", "ffn.mha.id.mha.ffn", "id.ffn.ffn.mha.mha"})
  void allows_the_limit_s_own_layers_in_any_order(String order) {
    LatencyTable awkward =
        new LatencyTable(0.1, new TreeMap<>(Map.of("mha", 0.7, "ffn", 0.3, "id", 0.2)));
    double most = awkward.millis(Architecture.parse("mha.mha.ffn.ffn.id"));

    Limits limits = Limits.NONE.and(Limits.latency(awkward, most));

    assertThat(limits.allow(Architecture.parse(order))).isTrue();
  }

  @Test
  void knows_no_operator_that_was_not_measured() {
    assertThatThrownBy(() -> TABLE.millis(Architecture.parse("mha.sep3")))
        .hasMessage("operator sep3 was not measured; there are [ffn, id, mha]");
  }

  @Test
  void refuses_times_that_no_clock_shows() {
    assertThatThrownBy(() -> new LatencyTable(-1, new TreeMap<>()))
        .hasMessage("sharedMillis is -1.0; it must be 0 or above");
    assertThatThrownBy(() -> new LatencyTable(1, new TreeMap<>(Map.of("mha", Double.NaN))))
        .hasMessage("mha is NaN; it must be 0 or above");
  }
}
