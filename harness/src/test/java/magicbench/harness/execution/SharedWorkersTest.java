package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedWorkersTest {

  private static final Place.Listener SILENT = (share, message) -> {};

  @TempDir Path folder;

  private final Trial first = ScriptedPlan.shared("succeed", 1);
  private final Trial second = ScriptedPlan.shared("succeed", 2);

  private List<RunRecord> run(Trial... trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve("cache"), 1, false);
    return new WorkerPool().run(ScriptedPlan.of(trials), request, new Listening());
  }

  private long process(Trial trial) throws IOException {
    String line = Files.readAllLines(left(trial, "attempts.jsonl")).get(0);
    return Json.json().readValue(line, Attempt.class).process();
  }

  private Path left(Trial trial, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache").resolve("trials"))) {
      return files
          .filter(file -> file.endsWith(name) && file.toString().contains(trial.id()))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void runs_trials_of_a_kind_that_allows_it_in_one_process() throws IOException {
    List<RunRecord> records = run(first, second);

    assertThat(records)
        .extracting(record -> record.metrics().get("seedSquared"))
        .containsExactly(1.0, 4.0);
    assertThat(process(second)).isEqualTo(process(first));
  }

  @Test
  void runs_every_other_trial_in_a_process_of_its_own() throws IOException {
    Trial other = ScriptedPlan.trial("succeed", 3);
    Trial another = ScriptedPlan.trial("succeed", 4);

    run(first, other, another);

    assertThat(List.of(process(first), process(other), process(another))).doesNotHaveDuplicates();
  }

  @Test
  void gives_each_trial_the_error_output_that_is_its_own() throws IOException {
    run(first, second);

    assertThat(Files.readString(left(second, "worker.log")))
        .contains("errors of " + second.id())
        .doesNotContain(first.id());
  }

  @Test
  void takes_another_process_after_one_that_died() throws IOException {
    Trial dying = ScriptedPlan.shared("halt", 5);

    List<RunRecord> records = run(first, dying, second);

    assertThat(records)
        .extracting(RunRecord::outcome)
        .containsExactly(Outcome.COMPLETED, Outcome.FAILED, Outcome.COMPLETED);
    assertThat(records.get(1).note()).contains("exit code 9").contains("worker.log");
    assertThat(process(dying)).isEqualTo(process(first)).isNotEqualTo(process(second));
  }

  @Test
  void takes_another_process_after_a_trial_that_failed() throws IOException {
    Trial failing = ScriptedPlan.shared("throw", 5);

    assertThat(run(failing, second).get(0).outcome()).isEqualTo(Outcome.FAILED);

    assertThat(process(second)).isNotEqualTo(process(failing));
  }

  @Test
  void passes_an_input_fault_on_in_one_line() {
    assertThatThrownBy(() -> run(first, ScriptedPlan.shared("input-fault", 5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("script: is wrong; correct it");
  }

  @Test
  void replaces_a_process_that_died_between_two_trials() throws Exception {
    try (Place place = place()) {
      assertThat(place.run(Workers.order(folder, first), SILENT).record().outcome())
          .isEqualTo(Outcome.COMPLETED);
      ProcessHandle idle = ProcessHandle.of(process(first)).orElseThrow();
      idle.destroyForcibly();
      idle.onExit().get(30, TimeUnit.SECONDS);

      Place.Ran ran = place.run(Workers.order(folder, second), SILENT);

      assertThat(ran.record().outcome()).as(ran.record().note()).isEqualTo(Outcome.COMPLETED);
      assertThat(process(second)).isNotEqualTo(process(first));
    }
  }

  @Test
  void has_ended_an_idle_process_before_another_kind_begins() throws Exception {
    Trial other = ScriptedPlan.trial("succeed", 3);
    try (Place place = place()) {
      place.run(Workers.order(folder, first), SILENT);
      Optional<ProcessHandle> idle = ProcessHandle.of(process(first));
      assertThat(idle).isPresent();

      place.run(Workers.order(folder, other), SILENT);

      assertThat(idle.get().isAlive()).isFalse();
    }
  }

  private Place place() throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    return new WorkerProcess(
        temporary,
        WorkerCommand.write(temporary, System.getProperties()),
        new Watchdog(Duration.ZERO),
        new Gpus(() -> 1, 1, Map.of()));
  }

  @Test
  void leaves_no_process_behind() throws IOException {
    run(first);

    Optional<ProcessHandle> left = ProcessHandle.of(process(first));

    assertThatCode(
            () -> {
              if (left.isPresent()) {
                left.get().onExit().get(30, TimeUnit.SECONDS);
              }
            })
        .doesNotThrowAnyException();
  }
}
