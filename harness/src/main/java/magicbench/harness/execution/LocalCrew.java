package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs each trial in a fresh, single-threaded JVM of its own on this machine, but for short ones
 * whose kind allows that they follow each other in one. A worker that is silent for too long is
 * ended and its trial started once more.
 */
public final class LocalCrew implements Crew {

  /** The variable that names a worker's machine as its cluster does: for the records. */
  public static final String HOST = "MAGICBENCH_HOST";

  /** The variable that names the process that started a worker as its cluster does. */
  public static final String EXECUTOR = "MAGICBENCH_EXECUTOR";

  private final Launcher launcher;
  private final Watchdog watchdog;
  private final Gpus gpus;
  private final SharedWorkers shared;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();

  /**
   * A crew.
   *
   * @param temporary a folder for error outputs
   * @param launcher starts the processes
   * @param watchdog ends those that hang
   * @param gpus who may use which GPU
   */
  LocalCrew(Path temporary, Launcher launcher, Watchdog watchdog, Gpus gpus) {
    this.launcher = launcher;
    this.watchdog = watchdog;
    this.gpus = gpus;
    this.shared = new SharedWorkers(temporary, launcher);
  }

  /**
   * A crew on a machine that a cluster's engine chose, for one trial at a time. Nothing here reads
   * JSON or needs a tensor engine: only the workers' own class path holds those.
   *
   * @param temporary a folder for error outputs
   * @param arguments the workers' argument file, see {@link CrewRunner}
   * @param environment variables of the workers, beyond this process's own
   * @param gpu the GPU that the engine gave; empty for none
   * @return the crew; how long a worker may be silent is told by this process's system properties
   */
  public static LocalCrew of(
      Path temporary, Path arguments, Map<String, String> environment, Optional<String> gpu) {
    Map<String, String> visible = gpu.map(name -> Map.of(Gpus.VISIBLE, name)).orElse(Map.of());
    return new LocalCrew(
        temporary,
        WorkerCommand.of(arguments, environment),
        new Watchdog(Watchdog.limit(System.getProperties())),
        new Gpus(() -> 1, 1, visible));
  }

  @Override
  public Ended carryOut(Errand errand, Listener listener) throws IOException, InterruptedException {
    Ended ended = start(errand, listener);
    if (ended.silent()) {
      listener.moved(0, "warning: " + silence(watchdog) + "; starting it once more");
      ended = start(errand, listener);
    }
    return ended;
  }

  private static String silence(Watchdog watchdog) {
    return "its worker said nothing for " + watchdog.limit().toSeconds() + " s and was ended";
  }

  private Ended start(Errand errand, Listener listener) throws IOException, InterruptedException {
    try (Gpus.Seat seat = gpus.seat(errand.device());
        PrintWriter log = log(errand.log())) {
      Conversation conversation = new Conversation(listener);
      if (errand.sharesProcess()) {
        return shared(errand.orderFile(), conversation, log);
      }
      shared.endOne();
      Process process = launcher.start(errand.orderFile(), errand.log(), seat.environment());
      return talk(process, conversation, log);
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
      return ended(code, watch, conversation);
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
      return ended(code, watch, conversation);
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

  private static PrintWriter log(Path file) throws IOException {
    return new PrintWriter(
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        true);
  }

  private static Ended ended(int code, Watchdog.Watch watch, Conversation said) {
    return new Ended(code, watch.ended(), said.cached(), said.fault(), Optional.empty(), "");
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
    shared.close();
    watchdog.close();
  }
}
