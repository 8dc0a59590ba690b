package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {

  private static final String START = "2026-01-01T00:00:00Z";

  @TempDir Path folder;

  private Path file;
  private Attempts attempts;

  @BeforeEach
  void prepare() {
    file = folder.resolve("attempts.jsonl");
    attempts = new Attempts(file);
  }

  @Test
  void tells_how_far_each_attempt_came() {
    attempts.append(new Attempt(0, "started", START, 7, 0.0, 0.0));
    attempts.append(new Attempt(0, "checkpoint", START, 7, 3.0, 2.0));
    attempts.append(new Attempt(1, "started", START, 8, 0.5, 0.25));

    assertThat(attempts.last()).extracting(Attempt::wallSeconds).containsExactly(3.0, 0.5);
  }

  @Test
  void passes_over_a_line_that_a_crash_cut_off() throws IOException {
    attempts.append(new Attempt(0, "started", START, 7, 1.0, 1.0));
    Files.writeString(file, "{\"attempt\":0,\"eve", StandardOpenOption.APPEND);

    assertThat(attempts.last()).hasSize(1);
  }

  @Test
  void adds_the_price_of_all_attempts() {
    attempts.append(new Attempt(0, "checkpoint", START, 7, 100.0, 50.0));

    Stopwatch stopwatch = new Stopwatch(attempts);

    assertThat(stopwatch.startedAt()).isEqualTo(START);
    assertThat(stopwatch.cost().wallSeconds()).isBetween(100.0, 110.0);
  }

  @Test
  void leaves_processor_seconds_unknown_when_one_attempt_does() {
    attempts.append(new Attempt(0, "checkpoint", START, 7, 100.0, null));

    assertThat(new Stopwatch(attempts).cost().cpuSeconds()).isNull();
  }
}
