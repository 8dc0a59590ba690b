package magicbench.harness.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import magicbench.results.file.InputException;

/**
 * The right to run one trial; the operating system takes it back when its holder dies.
 *
 * <p>The lock lies on a byte far behind the file's content, so that others can read whose it is.
 */
final class TrialLock {

  /**
   * The files that this process holds. It is static because the operating system's locks are the
   * process's, too: opening and closing a file that the process already holds would drop its lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final long POSITION = Long.MAX_VALUE - 1;
  private static final long PAUSE_MILLIS = 200;

  private final Path file;
  private final FileChannel channel;
  private final boolean shared;

  private TrialLock(Path file, FileChannel channel, boolean shared) {
    this.file = file;
    this.channel = channel;
    this.shared = shared;
  }

  /**
   * Does something while nobody else does it or reads what it makes; waits until that is so.
   *
   * @param file the lock's file; its folder exists
   * @param waiting is told while somebody else holds the lock
   * @param work what to do
   * @param <T> what comes of it
   * @return what the work returned
   * @throws IllegalStateException when the thread is interrupted while it waits
   */
  static <T> T whileLocked(Path file, Waiting waiting, Supplier<T> work) {
    return whileHeld(file, false, waiting, work);
  }

  /**
   * Does something while nobody changes what the lock protects; others may do so, too. Parameters
   * and results are those of {@link #whileLocked}.
   */
  static <T> T whileShared(Path file, Waiting waiting, Supplier<T> work) {
    return whileHeld(file, true, waiting, work);
  }

  /** Is told that somebody else holds a lock. */
  interface Waiting {

    /**
     * The waiting begins.
     *
     * @param holder who holds the lock
     */
    void begins(String holder);

    /** It goes on. */
    void goesOn();
  }

  private static <T> T whileHeld(Path file, boolean shared, Waiting waiting, Supplier<T> work) {
    Try attempt = attempt(file, shared);
    if (attempt.lock().isEmpty()) {
      waiting.begins(attempt.holder());
    }
    while (attempt.lock().isEmpty()) {
      waiting.goesOn();
      pause();
      attempt = attempt(file, shared);
    }
    TrialLock lock = attempt.lock().get();
    try {
      return work.get();
    } finally {
      lock.release();
    }
  }

  /**
   * Does something unless somebody holds the lock.
   *
   * @param file the lock's file; its folder exists
   * @param work what to do
   */
  static void ifFree(Path file, Runnable work) {
    attempt(file, false)
        .lock()
        .ifPresent(
            lock -> {
              try {
                work.run();
              } finally {
                lock.release();
              }
            });
  }

  private record Try(Optional<TrialLock> lock, String holder) {}

  private static Try attempt(Path file, boolean shared) {
    Path name = file.toAbsolutePath().normalize();
    if (!HELD.add(name)) {
      return new Try(Optional.empty(), "this process");
    }
    boolean locked = false;
    try {
      Try attempt = open(name, shared);
      locked = attempt.lock().isPresent();
      return attempt;
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "could not be locked (" + e.getMessage() + ")",
          "choose a cache folder that can be written to",
          e);
    } finally {
      if (!locked) {
        HELD.remove(name);
      }
    }
  }

  private static Try open(Path file, boolean shared) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock(POSITION, 1, shared) == null) {
      ByteBuffer owner = ByteBuffer.allocate(Long.BYTES * Byte.SIZE);
      channel.read(owner, 0);
      channel.close();
      String text = StandardCharsets.UTF_8.decode(owner.flip()).toString();
      return new Try(Optional.empty(), text.isEmpty() ? "another process" : "process " + text);
    }
    if (shared) {
      return new Try(Optional.of(new TrialLock(file, channel, true)), "this process");
    }
    byte[] owner = owner(System.getenv()).getBytes(StandardCharsets.UTF_8);
    channel.truncate(0).write(ByteBuffer.wrap(owner), 0);
    return new Try(Optional.of(new TrialLock(file, channel, false)), "this process");
  }

  /** This process; where a cluster started it, on its machine. */
  private static String owner(Map<String, String> environment) {
    String host = environment.get(LocalCrew.HOST);
    return ProcessHandle.current().pid() + (host == null ? "" : " on " + host);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a trial's lock", e);
    }
  }

  private void release() {
    try (channel) {
      if (!shared) {
        channel.truncate(0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": its lock could not be released", e);
    } finally {
      HELD.remove(file);
    }
  }
}
