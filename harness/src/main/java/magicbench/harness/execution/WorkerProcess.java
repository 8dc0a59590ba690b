package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/**
 * Runs each trial in a fresh, single-threaded JVM of its own, but for short ones whose kind allows
 * that they follow each other in one. A worker that is silent for too long is ended and its trial
 * started once more.
 */
final class WorkerProcess implements Place {

  private final Path temporary;
  private final Launcher launcher;
  private final Watchdog watchdog;
  private final Gpus gpus;
  private final SharedWorkers shared;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * A place.
   *
   * @param temporary a folder of its own, deleted at the end
   * @param launcher starts the processes
   * @param watchdog ends those that hang
   * @param gpus who may use which GPU
   */
  WorkerProcess(Path temporary, Launcher launcher, Watchdog watchdog, Gpus gpus) {
    this.temporary = temporary;
    this.launcher = launcher;
    this.watchdog = watchdog;
    this.gpus = gpus;
    this.shared = new SharedWorkers(temporary, launcher);
  }

  @Override
  public int threads() {
    return WorkerCommand.THREADS;
  }

  @Override
  public Ran run(WorkOrder order, Listener listener) {
    Path orderFile = temporary.resolve(order.trial().id() + ".json");
    WholeFile.write(orderFile, Json.write(order));
    TrialFolder folder =
        new Store(Path.of(order.cache())).folder(order.trial(), order.fingerprint());
    Ended ended = start(order, orderFile, folder, listener);
    if (ended.silent()) {
      listener.moved(0, "warning: " + silence() + "; starting it once more");
      ended = start(order, orderFile, folder, listener);
    }
    return ran(order, orderFile, folder, ended);
  }

  private String silence() {
    return "its worker said nothing for " + watchdog.limit().toSeconds() + " s and was ended";
  }

  /** How a process ended, and what it said until then. */
  private record Ended(int code, boolean silent, Conversation said) {}

  private Ran ran(WorkOrder order, Path orderFile, TrialFolder folder, Ended ended) {
    if (ended.silent()) {
      return new Ran(broken(order, folder, silence() + ", twice"), false);
    }
    if (ended.code() == Worker.INPUT_FAULT && ended.said().fault().isPresent()) {
      throw new InputException(
          "trial " + order.trial().id() + " (" + order.trial().kind() + ")",
          ended.said().fault().get(),
          "then run again");
    }
    return ended.code() == 0
        ? new Ran(RecordFile.read(Worker.recordFile(orderFile)), ended.said().cached())
        : new Ran(broken(order, folder, "its worker ended with exit code " + ended.code()), false);
  }

  private Ended start(WorkOrder order, Path orderFile, TrialFolder folder, Listener listener) {
    try (Gpus.Seat seat = gpus.seat(order.fingerprint().device());
        PrintWriter log = log(folder)) {
      Conversation conversation = new Conversation(listener);
      if (order.sharesProcess()) {
        return shared(orderFile, conversation, log);
      }
      shared.endOne();
      Process process = launcher.start(orderFile, folder.log(), seat.environment());
      return talk(process, conversation, log);
    } catch (IOException e) {
      throw new InputException(
          folder.path().toString(),
          "a worker could not be started or heard (" + e.getMessage() + ")",
          "check that the folder can be written to and that memory is free",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a trial ran", e);
    }
  }

  /** A worker that died while it waited for this order has tried nothing of it. */
  private Ended shared(Path orderFile, Conversation conversation, PrintWriter log)
      throws IOException, InterruptedException {
    SharedWorker worker = shared.begin(orderFile);
    Ended ended = talk(worker, conversation, log);
    return worker.neverBegan() && !ended.silent()
        ? talk(shared.fresh(orderFile), conversation, log)
        : ended;
  }

  private Ended talk(SharedWorker worker, Conversation conversation, PrintWriter log)
      throws IOException, InterruptedException {
    boolean rests = false;
    try (Watchdog.Watch watch = watchdog.watch(worker.process())) {
      int code = worker.listen(conversation, watch, log);
      rests = conversation.waits() && !watch.ended();
      return new Ended(code, watch.ended(), conversation);
    } finally {
      if (rests) {
        shared.rest(worker);
      } else {
        shared.end(worker);
      }
    }
  }

  private Ended talk(Process process, Conversation conversation, PrintWriter log)
      throws IOException, InterruptedException {
    running.add(process);
    try (Watchdog.Watch watch = watchdog.watch(process);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      listen(lines, watch, conversation, log);
      int code = process.waitFor();
      return new Ended(code, watch.ended(), conversation);
    } finally {
      process.destroyForcibly();
      running.remove(process);
    }
  }

  private static void listen(
      BufferedReader lines, Watchdog.Watch watch, Conversation conversation, PrintWriter log)
      throws IOException {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        watch.heard();
        conversation.hear(line, log);
      }
    } catch (IOException e) {
      // Ending a process closes its output under the reader's hands.
      if (!watch.ended()) {
        throw e;
      }
    }
  }

  private static PrintWriter log(TrialFolder folder) throws IOException {
    return new PrintWriter(
        Files.newBufferedWriter(
            folder.log(),
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND),
        true);
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
    running.forEach(Process::destroyForcibly);
    shared.close();
    watchdog.close();
    WorkerCommand.delete(temporary);
  }
}
