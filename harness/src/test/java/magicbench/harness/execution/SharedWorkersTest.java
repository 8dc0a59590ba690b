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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedWorkersTest {

  private static final Crew.Listener SILENT = (share, message) -> {};

  @TempDir static Path folder;

  private final Trial first = ScriptedPlan.shared("succeed", 1);
  private final Trial second = ScriptedPlan.shared("succeed", 2);
  private final Trial other = ScriptedPlan.trial("succeed", 3);
  private final Trial another = ScriptedPlan.trial("succeed", 4);
  private final Trial failing = ScriptedPlan.shared("throw", 5);
  private final Trial afterFailing = ScriptedPlan.shared("succeed", 6);
  private final Trial dying = ScriptedPlan.shared("halt", 7);
  private final Trial afterDying = ScriptedPlan.shared("succeed", 8);
  private List<RunRecord> records;

  /** One after the other. */
  @BeforeAll
  void runAll() {
    records = run("cache", first, second, other, another, failing, afterFailing, dying, afterDying);
  }

  private static List<RunRecord> run(String cache, Trial... trials) {
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    return new WorkerPool().run(ScriptedPlan.of(trials), request, new Listening());
  }

  private static long process(Trial trial) throws IOException {
    return process("cache", trial);
  }

  private static long process(String cache, Trial trial) throws IOException {
    String line = Files.readAllLines(left(cache, trial, "attempts.jsonl")).get(0);
    return Json.json().readValue(line, Attempt.class).process();
  }

  private static Path left(String cache, Trial trial, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache).resolve("trials"))) {
      return files
          .filter(file -> file.endsWith(name) && file.toString().contains(trial.id()))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void runs_trials_of_a_kind_that_allows_it_in_one_process() throws IOException {
    assertThat(records.get(1).metrics()).containsEntry("seedSquared", 4.0);
    assertThat(process(second)).isEqualTo(process(first));
  }

  @Test
  void runs_every_other_trial_in_a_process_of_its_own() throws IOException {
    assertThat(List.of(process(first), process(other), process(another))).doesNotHaveDuplicates();
  }

  @Test
  void gives_each_trial_the_error_output_that_is_its_own() throws IOException {
    assertThat(Files.readString(left("cache", second, "worker.log")))
        .contains("errors of " + second.id())
        .doesNotContain(first.id());
  }

  @Test
  void takes_another_process_after_a_trial_that_failed() throws IOException {
    assertThat(records.get(4).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(records.get(5).outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(process(afterFailing)).isNotEqualTo(process(failing));
  }

  @Test
  void takes_another_process_after_one_that_died() throws IOException {
    assertThat(records.get(6).note()).contains("exit code 9").contains("worker.log");
    assertThat(records.get(7).outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(process(dying)).isEqualTo(process(afterFailing)).isNotEqualTo(process(afterDying));
  }

  @Test
  void passes_an_input_fault_on_in_one_line() {
    assertThatThrownBy(() -> run("fault", ScriptedPlan.shared("input-fault", 9)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("script: is wrong; correct it");
  }

  @Test
  void replaces_a_process_that_died_between_two_trials() throws Exception {
    try (Place place = place("died")) {
      assertThat(place.run(order("died", first), SILENT).record().outcome())
          .isEqualTo(Outcome.COMPLETED);
      ProcessHandle idle = ProcessHandle.of(process("died/cache", first)).orElseThrow();
      idle.destroyForcibly();
      idle.onExit().get(30, TimeUnit.SECONDS);

      Place.Ran ran = place.run(order("died", second), SILENT);

      assertThat(ran.record().outcome()).as(ran.record().note()).isEqualTo(Outcome.COMPLETED);
      assertThat(process("died/cache", second)).isNotEqualTo(process("died/cache", first));
    }
  }

  @Test
  void has_ended_an_idle_process_before_another_kind_begins() throws Exception {
    try (Place place = place("ended")) {
      place.run(order("ended", first), SILENT);
      Optional<ProcessHandle> idle = ProcessHandle.of(process("ended/cache", first));
      assertThat(idle).isPresent();

      place.run(order("ended", other), SILENT);

      assertThat(idle.get().isAlive()).isFalse();
    }
  }

  private static WorkOrder order(String name, Trial trial) {
    return Workers.order(folder.resolve(name), trial);
  }

  private static Place place(String name) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve(name).resolve("temporary"));
    return WorkerProcess.here(
        temporary,
        WorkerCommand.write(temporary, System.getProperties()),
        new Watchdog(Duration.ZERO),
        new Gpus(() -> 1, 1, Map.of()));
  }

  @Test
  void leaves_no_process_behind() throws IOException {
    Optional<ProcessHandle> left = ProcessHandle.of(process(afterDying));

    assertThatCode(
            () -> {
              if (left.isPresent()) {
                left.get().onExit().get(30, TimeUnit.SECONDS);
              }
            })
        .doesNotThrowAnyException();
  }
}
