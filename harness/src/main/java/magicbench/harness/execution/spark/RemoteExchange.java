package magicbench.harness.execution.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Takes one trial's order from the run's folder to the store, and brings back record and log. */
final class RemoteExchange {

  private static final String RECORD = "/record.json";
  private static final String LOG = "/worker.log";
  private static final String ARGUMENTS = "worker.args";

  private final HadoopStore store;
  private final TrialTask task;
  private final Path order;
  private final Path record;

  /**
   * An exchange.
   *
   * @param store the store
   * @param task the trial
   */
  RemoteExchange(HadoopStore store, TrialTask task) {
    this.store = store;
    this.task = task;
    this.order = Path.of(task.orderFile());
    this.record = Path.of(task.orderFile() + ".record");
  }

  /**
   * Has a trial run, unless the store holds its record.
   *
   * @param trial runs it on an executor
   * @return the line that says how it ended
   */
  String run(Supplier<String> trial) throws IOException {
    if (!task.recompute() && store.has(task.folder() + RECORD)) {
      store.pull(task.folder() + RECORD, record);
      return Words.line(Words.ENDED, task.trialId(), "0", "false", "true", "", "");
    }
    String arguments = task.runFolder() + "/" + ARGUMENTS;
    if (!store.has(arguments)) {
      store.push(order.resolveSibling(ARGUMENTS), arguments);
    }
    store.push(order, task.order());
    String ended = trial.get();
    bringBack();
    return ended;
  }

  private void bringBack() throws IOException {
    if (store.has(task.order() + ".record")) {
      store.pull(task.order() + ".record", record);
    }
    if (store.has(task.folder() + LOG)) {
      try (OutputStream log =
          Files.newOutputStream(
              Path.of(task.log()), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        store.copy(task.folder() + LOG, log);
      }
    }
    store.delete(task.order());
    store.delete(task.order() + ".record");
  }
}
