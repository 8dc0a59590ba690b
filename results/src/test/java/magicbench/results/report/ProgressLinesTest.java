package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;

final class ProgressLinesTest {

  private static final Trial TRIAL =
      Trial.of("probe", "spos", 3, List.of(), JsonNodeFactory.instance.objectNode());

  private final List<String> lines = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private final ProgressLines progress =
      new ProgressLines(
          lines::add, clock(), Duration.ofSeconds(20), Map.of(TRIAL.id(), 1.0, "other", 1.0));

  private InstantSource clock() {
    return () -> now;
  }

  @Test
  void says_how_many_trials_are_reused_when_it_begins() {
    progress.begins(9, 4);
    assertThat(lines).containsExactly("[magicbench] 9 trials, 4 of them reused from the cache");
  }

  @Test
  void tells_a_trials_first_message_at_once() {
    progress.begins(2, 0);
    progress.moved(TRIAL, 0, "waiting for process 7");
    assertThat(lines.get(1))
        .isEqualTo("[magicbench] probe spos seed 3: waiting for process 7 (0 %)");
  }

  @Test
  void keeps_quiet_within_the_interval() {
    progress.begins(2, 0);
    progress.moved(TRIAL, 0.05, "training");
    now = now.plusSeconds(19);
    progress.moved(TRIAL, 0.1, "training");
    assertThat(lines).hasSize(2);
  }

  @Test
  void takes_what_a_checkpoint_held_for_no_work_of_this_run() {
    progress.begins(2, 0);
    progress.moved(TRIAL, 0.5, "resumed");
    now = now.plusSeconds(30);
    progress.moved(TRIAL, 0.75, "training");
    assertThat(lines.get(2)).endsWith("training (75 %), about 2:30 left");
  }

  @Test
  void names_the_trial_and_the_time_left_after_the_interval() {
    progress.begins(2, 0);
    progress.moved(TRIAL, 0, "training");
    now = now.plusSeconds(30);
    progress.moved(TRIAL, 0.5, "training");
    assertThat(lines.get(2))
        .isEqualTo("[magicbench] probe spos seed 3: training (50 %), about 1:30 left");
  }
}
