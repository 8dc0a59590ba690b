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
