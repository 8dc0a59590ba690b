package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Workers that take one order after another, on processors only. Called from several threads. */
final class SharedWorkers implements AutoCloseable {

  private final Path temporary;
  private final Launcher launcher;
  private final Deque<SharedWorker> idle = new ArrayDeque<>();
  private final Set<SharedWorker> all = new HashSet<>();
  private boolean closed;

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
   * @param orderFile the order, in the same folder as all others
   * @throws IOException when none can be started
   */
  SharedWorker begin(Path orderFile) throws IOException {
    Optional<SharedWorker> free = take();
    while (free.isPresent()) {
      try {
        free.get().order(orderFile);
        return free.get();
      } catch (IOException e) {
        end(free.get()); // it died while it waited
        free = take();
      }
    }
    return fresh(orderFile);
  }

  /**
   * A new worker that has begun an order.
   *
   * @param orderFile the order
   * @throws IOException when none can be started
   */
  SharedWorker fresh(Path orderFile) throws IOException {
    Path errors = Files.createTempFile(temporary, "errors", ".log");
    SharedWorker worker = new SharedWorker(launcher.start(orderFile, errors, Map.of()), errors);
    if (!keep(worker)) {
      worker.close();
      throw new IOException("the run is over");
    }
    return worker;
  }

  private synchronized boolean keep(SharedWorker worker) {
    return !closed && all.add(worker);
  }

  private synchronized Optional<SharedWorker> take() {
    return Optional.ofNullable(idle.poll());
  }

  /** A worker has carried out its order well and may take another. */
  synchronized void rest(SharedWorker worker) {
    idle.add(worker);
  }

  /** A worker takes no other order. */
  void end(SharedWorker worker) {
    synchronized (this) {
      all.remove(worker);
    }
    worker.close();
  }

  /** Makes room for a process of another kind: there are never more of them than trials at once. */
  void endOne() {
    take().ifPresent(this::end);
  }

  @Override
  public void close() {
    List<SharedWorker> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(all);
      idle.clear();
    }
    left.forEach(this::end);
  }
}
