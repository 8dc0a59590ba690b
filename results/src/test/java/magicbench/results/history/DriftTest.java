package magicbench.results.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DriftTest {

  @Test
  void a_lasting_change_is_dated() {
    List<HistoryEntry> history =
        IntStream.range(0, 12).mapToObj(i -> Past.run("commit" + i, i < 6 ? 0.5 : 0.3)).toList();

    Drift drift = Drift.of(Past.RULES, history).get(0);

    assertThat(drift.since()).isEqualTo("commit6");
    assertThat(drift.before()).isEqualTo(0.5);
    assertThat(drift.after()).isEqualTo(0.3);
    assertThat(drift.adjustedPValue()).isLessThan(0.05);
  }

  @Test
  void a_constant_effect_does_not_drift() {
    List<HistoryEntry> history =
        IntStream.range(0, 12).mapToObj(i -> Past.run("commit" + i, 0.5)).toList();

    assertThat(Drift.of(Past.RULES, history).get(0).adjustedPValue()).isEqualTo(1);
  }

  @Test
  void a_short_history_says_nothing() {
    assertThat(Drift.of(Past.RULES, List.of(Past.run("a", 0.5), Past.run("b", 0.1)))).isEmpty();
  }
}
