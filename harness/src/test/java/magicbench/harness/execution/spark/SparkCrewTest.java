package magicbench.harness.execution.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import magicbench.harness.execution.Ended;
import magicbench.harness.execution.Errand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SparkCrewTest {

  private static final String TRIAL = "t1";

  /**
   * Waits for an order, says its lines and, unless they tell of a fault, waits for the run's end.
   */
  private static final String DRIVER =
      "read -r order; cat \"$0\"; grep -q ^fault \"$0\" || cat > /dev/null";

  @TempDir private Path folder;

  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

  @Test
  void tells_how_a_trial_moves_on_and_ends() throws Exception {
    Ended ended =
        carryOut(
            Words.line(Words.READY, "app-1"),
            Words.line(Words.MOVED, TRIAL, "0.5", "half done"),
            Words.line(Words.ENDED, TRIAL, "2", "false", "true", "no text", " on host a"));

    assertThat(messages).containsExactly("0.5 half done");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.cached()).isTrue();
    assertThat(ended.fault()).contains("no text");
    assertThat(ended.place()).isEqualTo(" on host a");
  }

  @Test
  void names_a_lost_attempt_to_the_run_and_in_the_trials_log() throws Exception {
    carryOut(
        Words.line(Words.LOST, TRIAL, "attempt 0 on host a, executor 3 was lost: killed"),
        Words.line(Words.ENDED, TRIAL, "0", "false", "false", "", ""));

    String line = "warning: trial t1: attempt 0 on host a, executor 3 was lost: killed";
    assertThat(messages).containsExactly("0.0 " + line);
    assertThat(folder.resolve("trial.log")).hasContent(line);
    assertThat(folder.resolve("spark.log")).exists();
  }

  @Test
  void says_why_spark_gave_a_trial_up() throws Exception {
    Ended ended = carryOut(Words.line(Words.GAVE_UP, TRIAL, "executors died 4 times"));

    assertThat(ended.lost()).contains("Spark: executors died 4 times");
  }

  @Test
  void fails_every_trial_of_a_driver_that_ended() {
    assertThatIOException()
        .isThrownBy(() -> carryOut(Words.line(Words.FAULT, "All masters are unresponsive")))
        .withMessageContaining("All masters are unresponsive")
        .withMessageContaining(folder.resolve("spark.log").toString());
  }

  @Test
  void leaves_no_log_of_a_run_without_trouble() throws Exception {
    carryOut(Words.line(Words.ENDED, TRIAL, "0", "false", "false", "", ""));

    assertThat(folder.resolve("spark.log")).doesNotExist();
  }

  /** A driver that waits for an order and says some lines. */
  private Ended carryOut(String... lines) throws Exception {
    Files.write(folder.resolve("lines"), Arrays.asList(lines));
    SparkCrew.Starter driver =
        log ->
            new ProcessBuilder("sh", "-c", DRIVER, folder + "/lines")
                .redirectError(log.toFile())
                .start();
    try (SparkCrew crew = new SparkCrew(driver, folder.resolve("spark.log"))) {
      return crew.carryOut(
          new Errand(
              TRIAL,
              folder.resolve("o.json"),
              folder.resolve("trial.log"),
              false,
              "cpu",
              "trials/t1/f",
              List.of("trials/t0/f"),
              false),
          (share, message) -> messages.add(share + " " + message));
    }
  }
}
