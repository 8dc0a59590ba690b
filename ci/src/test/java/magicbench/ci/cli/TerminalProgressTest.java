package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalProgressTest {

  @Test
  void half_the_work_done_leaves_as_long_again() {
    Eta eta = new Eta(Map.of("a", 3.0, "b", 1.0));

    eta.moved("a", 0.0);
    eta.moved("a", 2.0 / 3);

    assertThat(eta.share()).isEqualTo(0.5);
    assertThat(eta.left(Duration.ofSeconds(10))).contains(Duration.ofSeconds(10));
  }

  @Test
  void what_a_checkpoint_held_counts_neither_as_done_nor_as_to_do() {
    Eta eta = new Eta(Map.of("resumed", 1.0));

    eta.moved("resumed", 0.5);
    eta.moved("resumed", 0.75);

    assertThat(eta.share()).isEqualTo(0.5);
  }

  @Test
  void reused_trials_cost_nothing() {
    Eta eta = new Eta(Map.of("reused", 100.0, "new", 1.0));

    eta.reused("reused");
    eta.ended("new");

    assertThat(eta.share()).isEqualTo(1);
    assertThat(eta.left(Duration.ofSeconds(9))).contains(Duration.ZERO);
  }

  @Test
  void nothing_is_foretold_before_anything_was_done() {
    assertThat(new Eta(Map.of("a", 1.0)).left(Duration.ofSeconds(5))).isEmpty();
  }

  @Test
  void a_run_redraws_one_line_that_fits_a_terminal() {
    StringWriter text = new StringWriter();
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    TerminalProgress progress = new TerminalProgress(new PrintWriter(text, true), clock, Map.of());

    progress.begins(1200, 7);
    progress.begins(1200, 7);

    assertThat(text.toString().split("\r\u001b\\[K"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80).doesNotContain("\n"));
  }

  @Test
  void durations_read_as_hours_minutes_and_seconds() {
    assertThat(Durations.text(Duration.ofSeconds(65))).isEqualTo("1:05");
    assertThat(Durations.text(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
  }
}
