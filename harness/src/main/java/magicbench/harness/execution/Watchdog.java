package magicbench.harness.execution;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import magicbench.results.file.InputException;

/**
 * Ends processes that have said nothing for too long: a hung worker would hold up the run for ever.
 *
 * <p>Silence is counted in looks, not by the clock: while a machine sleeps nobody looks.
 */
final class Watchdog implements AutoCloseable {

  /** System property: minutes without a word before a worker is ended, 0 for never. */
  static final String MINUTES = "magicbench.worker.silentMinutes";

  private static final String DEFAULT_MINUTES = "15";
  private static final int LOOKS_PER_LIMIT = 20;

  private final Duration limit;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "worker-watchdog");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A watchdog.
   *
   * @param limit how long a process may be silent; zero for as long as it likes
   */
  Watchdog(Duration limit) {
    this.limit = limit;
  }

  /** The limit that the system properties ask for. */
  static Duration limit(Properties properties) {
    String text = properties.getProperty(MINUTES, DEFAULT_MINUTES);
    if (!text.matches("[0-9]{1,6}")) {
      throw new InputException(
          "-D" + MINUTES, "is " + text, "give whole minutes up to 999999, or 0 for never");
    }
    return Duration.ofMinutes(Long.parseLong(text));
  }

  Duration limit() {
    return limit;
  }

  /** Watches a process from now on. */
  Watch watch(Process process) {
    return new Watch(process);
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  /** The watch on one process. */
  final class Watch implements AutoCloseable {

    private final Process process;
    private final Future<?> look;
    private final AtomicInteger looksSinceLastWord = new AtomicInteger();
    private volatile boolean ended;

    private Watch(Process process) {
      this.process = process;
      long pause = Math.max(1, limit.toNanos() / LOOKS_PER_LIMIT);
      this.look =
          limit.isZero()
              ? CompletableFuture.completedFuture(null)
              : looks.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
    }

    private void look() {
      if (looksSinceLastWord.incrementAndGet() > LOOKS_PER_LIMIT) {
        ended = true;
        process.destroyForcibly();
      }
    }

    /** The process said something. */
    void heard() {
      looksSinceLastWord.set(0);
    }

    /** Whether the process was ended for its silence. */
    boolean ended() {
      return ended;
    }

    @Override
    public void close() {
      look.cancel(false);
    }
  }
}
