package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerPoolTest {

  @TempDir Path folder;

  @Test
  void is_found_as_a_service() {
    assertThat(ServiceLoader.load(TrialRunner.class)).hasAtLeastOneElementOfType(WorkerPool.class);
  }

  @Test
  void survives_a_worker_that_dies_and_says_where_its_log_is() {
    Trial dying = ScriptedPlan.trial("halt", 1);
    Trial other = ScriptedPlan.trial("succeed", 2);

    List<RunRecord> records = run(ScriptedPlan.of(dying, other), new Listening());

    assertThat(records)
        .extracting(RunRecord::outcome)
        .containsExactly(Outcome.FAILED, Outcome.COMPLETED);
    assertThat(records.get(0).note()).contains("exit code 9").contains("worker.log");
  }

  @Test
  void passes_an_input_fault_on_in_one_line() {
    assertThatThrownBy(
            () -> run(ScriptedPlan.of(ScriptedPlan.trial("input-fault", 1)), new Listening()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("script: is wrong; correct it");
  }

  @Test
  void waits_for_another_process_and_takes_its_record() throws Exception {
    Path go = folder.resolve("go");
    Trial trial = ScriptedPlan.waiting(go);
    Process other = start(trial);
    awaitLine(other, Worker.PROGRESS);

    Listening listening = new Listening();
    CompletableFuture<List<RunRecord>> second =
        CompletableFuture.supplyAsync(
            () -> new InProcess().run(ScriptedPlan.of(trial), request(), telling(listening, go)));

    assertThat(second.get()).extracting(RunRecord::outcome).containsExactly(Outcome.COMPLETED);
    assertThat(listening.messages())
        .containsExactly(
            "trial " + trial.id() + " is being run by process " + other.pid() + "; waiting");
    assertThat(listening.run()).isEmpty();
    assertThat(other.waitFor()).isZero(); // else it may still write where the folder is deleted
  }

  @Test
  void computes_anew_only_when_no_other_process_reads_what_is_there() throws Exception {
    Path go = folder.resolve("go");
    Trial need = ScriptedPlan.trial("succeed", 2);
    new InProcess().run(ScriptedPlan.of(need), request(), new Listening());
    Process reader = Workers.start(folder, new Properties(), ScriptedPlan.waiting(go, need), need);
    awaitLine(reader, Worker.PROGRESS);

    Listening listening = new Listening();
    TrialRunner.Request anew = new TrialRunner.Request(folder.resolve("cache"), 1, true);
    new InProcess().run(ScriptedPlan.of(need), anew, telling(listening, go));

    assertThat(listening.messages())
        .startsWith("trial " + need.id() + " is being run by another process; waiting");
    assertThat(listening.run()).containsExactly(need.id());
    assertThat(reader.waitFor()).isZero();
  }

  /** Lets the other process go on as soon as somebody says that he waits for it. */
  private static TrialRunner.Progress telling(Listening listening, Path go) {
    return new TrialRunner.Progress() {
      @Override
      public void begins(int trials, int cached) {
        listening.begins(trials, cached);
      }

      @Override
      public void moved(Trial trial, double share, String message) {
        listening.moved(trial, share, message);
        write(go);
      }

      @Override
      public void ended(RunRecord record, boolean cached) {
        listening.ended(record, cached);
      }
    };
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "go");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void runs_what_a_killed_process_left_locked() throws Exception {
    Trial trial = ScriptedPlan.waiting(folder.resolve("go"));
    Process killed = start(trial);
    awaitLine(killed, Worker.PROGRESS);
    killed.destroyForcibly().waitFor();
    write(folder.resolve("go"));

    Listening listening = new Listening();
    new InProcess().run(ScriptedPlan.of(trial), request(), listening);

    assertThat(listening.run()).containsExactly(trial.id());
  }

  @Test
  void says_that_it_goes_on_while_it_waits_for_another_process() throws Exception {
    Trial trial = ScriptedPlan.waiting(folder.resolve("never"));
    Process first = start(trial);
    awaitLine(first, Worker.PROGRESS);
    Process second = start(trial);

    assertThatCode(() -> awaitLine(second, Worker.ALIVE)).doesNotThrowAnyException();

    first.destroyForcibly().waitFor();
    second.destroyForcibly().waitFor();
  }

  @Test
  void ends_a_worker_whose_parent_is_gone() throws Exception {
    Process orphan = start(ScriptedPlan.waiting(folder.resolve("never")));
    awaitLine(orphan, Worker.PROGRESS);

    orphan.getOutputStream().close();

    assertThat(orphan.waitFor()).isNotZero();
  }

  private List<RunRecord> run(Plan plan, Listening listening) {
    return new WorkerPool().run(plan, request(), listening);
  }

  private TrialRunner.Request request() {
    return new TrialRunner.Request(folder.resolve("cache"), 2, false);
  }

  private Process start(Trial trial) throws IOException {
    return Workers.start(folder, new Properties(), trial);
  }

  private static void awaitLine(Process worker, String start) throws IOException {
    Workers.awaitLine(worker, line -> line.startsWith(start));
  }
}
