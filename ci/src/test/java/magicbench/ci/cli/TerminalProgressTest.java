package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

final class TerminalProgressTest {

  private static final Trial PROBE =
      Trial.of("interference-probe", "spos", 2, List.of(), JsonNodeFactory.instance.objectNode());

  private final StringWriter text = new StringWriter();
  private Instant now = Instant.EPOCH;
  private final TerminalProgress progress =
      new TerminalProgress(new PrintWriter(text, true), () -> now, Map.of(PROBE.id(), 1.0));

  @Test
  void a_run_redraws_one_line_that_fits_a_terminal() {
    progress.begins(4, 0);
    for (int step = 0; step <= 99_000; step += 11_000) {
      now = now.plusSeconds(4000);
      progress.moved(PROBE, step / 100_000.0, "training, step " + step);
    }

    assertThat(frames())
        .hasSize(11)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80).doesNotContain("\n"))
        .last()
        .asString()
        .endsWith("seed 2: training, step 99000");
  }

  @Test
  void a_short_line_names_the_kind_of_trial_too() {
    progress.begins(4, 0);
    progress.moved(PROBE, 0, "training, step 1");

    assertThat(frames()).last().asString().endsWith("interference-probe seed 2: training, step 1");
  }

  @Test
  void a_trial_that_waits_for_another_run_says_so_on_a_line_of_its_own() {
    String waiting = " is being run by process 4194304; waiting";

    progress.begins(4, 0);
    progress.moved(PROBE, 0, "trial " + PROBE.id() + waiting);

    assertThat(text.toString().lines())
        .anySatisfy(
            line ->
                assertThat(line)
                    .hasSizeLessThan(80)
                    .endsWith("seed 2: trial " + PROBE.id().substring(0, 8) + waiting));
  }

  @Test
  void between_two_trials_it_says_that_others_start() {
    progress.begins(2, 0);
    progress.moved(PROBE, 0.5, "training");
    progress.ended(FakeLaboratory.diverged(PROBE), false);

    assertThat(frames()).last().asString().endsWith("seed 2: done, starting the next");
  }

  @Test
  void the_last_line_says_how_long_it_took() {
    progress.begins(1, 0);
    now = now.plusSeconds(65);
    progress.ended(FakeLaboratory.diverged(PROBE), false);

    assertThat(text.toString().stripTrailing()).endsWith("[##########] 100 %, 1/1 in 1:05");
  }

  @Test
  void what_is_not_over_has_a_second_left_at_least() {
    progress.begins(1, 0);
    now = now.plusSeconds(100);
    progress.moved(PROBE, 0, "training");
    progress.moved(PROBE, 1, "probing");
    now = now.plusSeconds(1);
    progress.moved(PROBE, 1, "probing");

    assertThat(frames()).last().asString().contains("0/1, 0:01 left");
  }

  @Test
  void durations_read_as_hours_minutes_and_seconds() {
    assertThat(Durations.text(Duration.ofSeconds(65))).isEqualTo("1:05");
    assertThat(Durations.text(Duration.ofSeconds(3725))).isEqualTo("1:02:05");
  }

  private List<String> frames() {
    return Arrays.stream(text.toString().split("\r\u001b\\[K"))
        .filter(frame -> !frame.isBlank())
        .toList();
  }
}
