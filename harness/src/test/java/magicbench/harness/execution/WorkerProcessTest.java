package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerProcessTest {

  private static final Duration LIMIT = Duration.ofMillis(1500);
  private static final Duration NEVER = Duration.ZERO;

  @TempDir Path folder;

  private final Trial trial = ScriptedPlan.trial("succeed", 1);
  private final List<String> messages = new ArrayList<>();

  @Test
  void ends_a_silent_worker_twice_and_reports_its_trial_as_failed() throws Exception {
    List<Process> started = new ArrayList<>();
    Launcher silent =
        (order, log, more) -> {
          started.add(FakeWorker.saying(log, "@progress 0.5 half done"));
          return started.get(started.size() - 1);
        };

    RunRecord record = run(silent, LIMIT);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("said nothing for 1 s").contains("twice").contains("log");
    assertThat(started).hasSize(2).noneMatch(Process::isAlive);
  }

  @Test
  void goes_on_with_the_second_start_of_a_worker_that_hung_once() throws Exception {
    RunRecord made = Records.failed(order(), "made by the second start");
    List<Path> orders = new ArrayList<>();
    Launcher hangsOnce =
        (order, log, more) -> {
          orders.add(order);
          if (orders.size() == 1) {
            return FakeWorker.saying(log);
          }
          RecordFile.write(Worker.recordFile(order), made);
          return java("-version");
        };

    assertThat(run(hangsOnce, Duration.ofSeconds(3))).isEqualTo(made);
    assertThat(messages).anyMatch(line -> line.startsWith("warning: its worker said nothing"));
  }

  @Test
  void takes_a_malformed_line_of_progress_for_a_line_of_the_log() throws Exception {
    List<String> lines = List.of("@progress", "@progress much done", "@progress 0.5", "@progress ");
    RunRecord made = Records.failed(order(), "made by a worker that babbles");
    Launcher babbling =
        (order, log, more) -> {
          RecordFile.write(Worker.recordFile(order), made);
          return FakeWorker.onlySaying(log, lines.toArray(String[]::new));
        };

    assertThat(run(babbling, NEVER)).isEqualTo(made);

    assertThat(Files.readAllLines(store().folder(trial, order().fingerprint()).log()))
        .containsAll(lines);
  }

  @Test
  void a_trial_whose_worker_ends_well_without_a_record_has_failed() throws Exception {
    RunRecord record = run((order, log, more) -> FakeWorker.onlySaying(log), NEVER);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("ended with exit code 0 and left no record").contains("log");
  }

  @Test
  void gives_a_worker_its_gpu() throws Exception {
    Map<String, String> environment = new TreeMap<>();
    Launcher noting =
        (order, log, more) -> {
          environment.putAll(more);
          return java("-no-such-option");
        };

    place(noting, NEVER).run(onGpu(), (share, message) -> messages.add(message));

    assertThat(environment).containsExactly(Map.entry("CUDA_VISIBLE_DEVICES", "7"));
  }

  @Test
  void refuses_other_code_that_was_built_after_the_run_had_begun() throws Exception {
    Launcher real = WorkerCommand.write(folder, System.getProperties());
    WorkOrder older = stampedOtherwise(onGpu().fingerprint());

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> place(real, NEVER).run(older, (share, message) -> messages.add(message)))
        .withMessageContaining("was built anew while a run was going on");
  }

  @Test
  void goes_on_where_the_same_code_was_only_built_again() throws Exception {
    Launcher real = WorkerCommand.write(folder, System.getProperties());
    WorkOrder rebuilt = stampedOtherwise(order().fingerprint());

    RunRecord record =
        place(real, NEVER).run(rebuilt, (share, message) -> messages.add(message)).record();

    assertThat(record.outcome()).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void refuses_a_machine_of_another_kind() throws Exception {
    Launcher real = WorkerCommand.write(folder, System.getProperties());
    Fingerprint own = order().fingerprint();
    Fingerprint other =
        new Fingerprint(
            own.code(),
            own.inputs(),
            own.engine(),
            own.random(),
            "vax",
            own.device(),
            own.threads());

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                place(real, NEVER)
                    .run(stampedOtherwise(other), (share, message) -> messages.add(message)))
        .withMessageContaining("this machine: is")
        .withMessageContaining("not vax");
  }

  private WorkOrder stampedOtherwise(Fingerprint fingerprint) {
    WorkOrder order = order();
    return new WorkOrder(
        trial,
        order.scale(),
        order.cache(),
        fingerprint,
        order.needs(),
        "0".repeat(64),
        false,
        false);
  }

  private static Process java(String option) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(java.toString(), option).start();
  }

  private RunRecord run(Launcher launcher, Duration limit) throws Exception {
    return place(launcher, limit).run(order(), (share, message) -> messages.add(message)).record();
  }

  private Place place(Launcher launcher, Duration limit) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Gpus gpus = new Gpus(() -> 1, 1, Map.of("CUDA_VISIBLE_DEVICES", "7"));
    return WorkerProcess.here(temporary, launcher, new Watchdog(limit), gpus);
  }

  private Store store() {
    return new Store(folder.resolve("cache"));
  }

  private WorkOrder order() {
    return Workers.order(folder, trial);
  }

  private WorkOrder onGpu() {
    WorkOrder order = order();
    Fingerprint gpu =
        new Fingerprint(
            "0".repeat(64), "0".repeat(64), "e", "r", System.getProperty("os.arch"), "gpu", 1);
    return new WorkOrder(
        trial,
        order.scale(),
        order.cache(),
        gpu,
        order.needs(),
        order.classPathStamp(),
        order.recompute(),
        order.sharesProcess());
  }
}
