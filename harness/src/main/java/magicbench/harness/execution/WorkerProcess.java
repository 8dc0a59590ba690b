package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;
import magicbench.results.record.RunRecord;

/** Runs each trial in a fresh, single-threaded JVM of its own. */
final class WorkerProcess implements Place {

  private final Path temporary;
  private final WorkerCommand command;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  WorkerProcess() {
    try {
      this.temporary = Files.createTempDirectory("magicbench-workers");
    } catch (IOException e) {
      throw new InputException(
          System.getProperty("java.io.tmpdir"),
          "can't be written to (" + e.getMessage() + ")",
          "free space, or choose another folder with -Djava.io.tmpdir=DIR",
          e);
    }
    this.command = WorkerCommand.write(temporary, System.getProperties());
  }

  @Override
  public int threads() {
    return WorkerCommand.THREADS;
  }

  @Override
  public Ran run(WorkOrder order, Listener listener) {
    TrialFolder folder =
        new Store(Path.of(order.cache())).folder(order.trial(), order.fingerprint());
    Path orderFile = temporary.resolve(order.trial().id() + ".json");
    WholeFile.write(orderFile, Json.write(order));
    Conversation conversation = new Conversation(listener);
    int code = run(orderFile, folder, conversation);
    if (code == Worker.INPUT_FAULT && conversation.fault.isPresent()) {
      throw new InputException(
          "trial " + order.trial().id() + " (" + order.trial().kind() + ")",
          conversation.fault.get(),
          "then run again");
    }
    return code == 0
        ? new Ran(folder.stored(), conversation.cached)
        : new Ran(broken(order, folder, code), false);
  }

  private int run(Path orderFile, TrialFolder folder, Conversation conversation) {
    Process process = null;
    try {
      process = command.start(orderFile, folder.log());
      running.add(process);
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
          PrintWriter log = log(folder)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          conversation.hear(line, log);
        }
      }
      return process.waitFor();
    } catch (IOException e) {
      throw new InputException(
          folder.path().toString(),
          "a worker could not be started or heard (" + e.getMessage() + ")",
          "check that the folder can be written to and that memory is free",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a trial ran", e);
    } finally {
      end(process);
    }
  }

  private void end(Process process) {
    if (process != null) {
      process.destroyForcibly();
      running.remove(process);
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

  private static RunRecord broken(WorkOrder order, TrialFolder folder, int code) {
    RunRecord record =
        Records.failed(
            order, "its worker ended with exit code " + code + "; the log is " + folder.log());
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
    command.delete();
  }

  /** What a worker said. */
  private static final class Conversation {

    private final Listener listener;
    private boolean cached;
    private Optional<String> fault = Optional.empty();

    Conversation(Listener listener) {
      this.listener = listener;
    }

    void hear(String line, PrintWriter log) {
      if (line.startsWith(Worker.PROGRESS)) {
        String[] parts = line.substring(Worker.PROGRESS.length()).split(" ", 2);
        listener.moved(Double.parseDouble(parts[0]), parts[1]);
      } else if (line.startsWith(Worker.FAULT)) {
        fault = Optional.of(line.substring(Worker.FAULT.length()));
      } else if (line.equals(Worker.CACHED)) {
        cached = true;
      } else {
        log.println(line);
      }
    }
  }
}
