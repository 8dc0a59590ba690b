package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** Runs each trial in a worker process that a crew starts. */
final class WorkerProcess implements Place {

  private final Path orders;
  private final Crew crew;
  private final Duration silence;
  private final Optional<Path> workersCache;

  /**
   * A place.
   *
   * @param orders a folder of its own, deleted at the end; the crew's workers see it, too
   * @param crew starts the processes
   * @param silence how long a worker may say nothing before the crew ends it
   * @param workersCache where workers have their store; empty for where this process has it
   */
  WorkerProcess(Path orders, Crew crew, Duration silence, Optional<Path> workersCache) {
    this.orders = orders;
    this.crew = crew;
    this.silence = silence;
    this.workersCache = workersCache;
  }

  /** A place on this machine. The parameters are those of {@link LocalCrew}. */
  static WorkerProcess here(Path temporary, Launcher launcher, Watchdog watchdog, Gpus gpus) {
    return new WorkerProcess(
        temporary,
        new LocalCrew(temporary, launcher, watchdog, gpus),
        watchdog.limit(),
        Optional.empty());
  }

  @Override
  public int threads() {
    return WorkerCommand.THREADS;
  }

  @Override
  public Ran run(WorkOrder order, Crew.Listener listener) {
    Path orderFile = orders.resolve(order.trial().id() + ".json");
    WorkOrder sent = workersCache.map(cache -> order.at(cache.toString())).orElse(order);
    WholeFile.write(orderFile, Json.write(sent));
    TrialFolder folder =
        new Store(Path.of(order.cache())).folder(order.trial(), order.fingerprint());
    return ran(order, orderFile, folder, carryOut(order, orderFile, folder, listener));
  }

  private Ended carryOut(
      WorkOrder order, Path orderFile, TrialFolder folder, Crew.Listener listener) {
    Errand errand = errand(order, orderFile, folder);
    try {
      return crew.carryOut(errand, listener);
    } catch (IOException e) {
      throw new InputException(
          folder.path().toString(),
          "a worker could not be started or heard (" + e.getMessage() + ")",
          "check that the folder can be written to, that memory is free and a cluster can be reached",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a trial ran", e);
    }
  }

  private static Errand errand(WorkOrder order, Path orderFile, TrialFolder folder) {
    return new Errand(
        order.trial().id(),
        orderFile,
        folder.log(),
        order.sharesProcess(),
        order.fingerprint().device(),
        Store.nameOf(order.trial().id(), order.fingerprint()),
        order.needs().entrySet().stream()
            .map(need -> Store.nameOf(need.getKey(), need.getValue()))
            .toList(),
        order.recompute());
  }

  private Ran ran(WorkOrder order, Path orderFile, TrialFolder folder, Ended ended) {
    if (ended.lost().isPresent()) {
      return new Ran(broken(order, folder, ended.lost().get()), false);
    }
    if (ended.silent()) {
      return new Ran(broken(order, folder, silent() + ", twice" + ended.place()), false);
    }
    if (ended.code() == Worker.INPUT_FAULT && ended.fault().isPresent()) {
      throw new InputException(
          "trial " + order.trial().id() + " (" + order.trial().kind() + ")" + ended.place(),
          ended.fault().get(),
          "then run again");
    }
    Path record = Worker.recordFile(orderFile);
    return ended.code() == 0 && Files.exists(record)
        ? new Ran(RecordFile.read(record), ended.cached())
        : new Ran(broken(order, folder, died(ended)), false);
  }

  private static String died(Ended ended) {
    String noRecord = ended.code() == 0 ? " and left no record" : "";
    return "its worker ended with exit code " + ended.code() + noRecord + ended.place();
  }

  private String silent() {
    return "its worker said nothing for " + silence.toSeconds() + " s and was ended";
  }

  private static RunRecord broken(WorkOrder order, TrialFolder folder, String what) {
    RunRecord record = Records.failed(order, what + "; the log is " + folder.log());
    TrialLock.ifFree(folder.lock(), () -> saveUnlessDone(record, folder));
    return record;
  }

  /** Another run may have completed the trial in the meantime: its record stays. */
  private static void saveUnlessDone(RunRecord record, TrialFolder folder) {
    if (folder.reusable(warning -> {}).isEmpty()) {
      folder.save(record);
    }
  }

  @Override
  public void close() {
    crew.close();
    WorkerCommand.delete(orders);
  }
}
