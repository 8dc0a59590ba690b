package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Shared workers between two orders. */
final class SharedWorkers implements AutoCloseable {

  private final Path temporary;
  private final Launcher launcher;
  private final Deque<SharedWorker> idle = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param temporary a folder for their error outputs
   * @param launcher starts them
   */
  SharedWorkers(Path temporary, Launcher launcher) {
    this.temporary = temporary;
    this.launcher = launcher;
  }

  /**
   * A worker that has begun an order: an idle one, or else a new one.
   *
   * @param orderFile the order
   * @param environment what its trial needs beyond this process's environment
   * @throws IOException when none can be started
   */
  SharedWorker begin(Path orderFile, Map<String, String> environment) throws IOException {
    Optional<SharedWorker> free = take(environment);
    if (free.isPresent()) {
      free.get().order(orderFile);
      return free.get();
    }
    Path errors = Files.createTempFile(temporary, "errors", ".log");
    return new SharedWorker(launcher.start(orderFile, errors, environment), errors, environment);
  }

  private synchronized Optional<SharedWorker> take(Map<String, String> environment) {
    for (Iterator<SharedWorker> each = idle.iterator(); each.hasNext(); ) {
      SharedWorker worker = each.next();
      if (worker.isFor(environment)) {
        each.remove();
        return Optional.of(worker);
      }
    }
    endOne();
    return Optional.empty();
  }

  /** A worker has carried out its order well and may take another. */
  synchronized void rest(SharedWorker worker) {
    idle.add(worker);
  }

  /** Makes room for a process: there are never more than trials at once. */
  synchronized void endOne() {
    Optional.ofNullable(idle.poll()).ifPresent(SharedWorker::close);
  }

  @Override
  public synchronized void close() {
    idle.forEach(SharedWorker::close);
    idle.clear();
  }
}
