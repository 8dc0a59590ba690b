package magicbench.harness.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

  private TrialLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Does something while nobody else does it; waits until that is so.
   *
   * @param file the lock's file; its folder exists
   * @param waiting is told once who holds the lock, when somebody does
   * @param work what to do
   * @param <T> what comes of it
   * @return what the work returned
   * @throws IllegalStateException when the thread is interrupted while it waits
   */
  static <T> T whileLocked(Path file, Consumer<String> waiting, Supplier<T> work) {
    Try attempt = attempt(file);
    if (attempt.lock().isEmpty()) {
      waiting.accept(attempt.holder());
    }
    while (attempt.lock().isEmpty()) {
      pause();
      attempt = attempt(file);
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
    attempt(file)
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

  private static Try attempt(Path file) {
    Path name = file.toAbsolutePath().normalize();
    if (!HELD.add(name)) {
      return new Try(Optional.empty(), "this process");
    }
    boolean locked = false;
    try {
      Try attempt = open(name);
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

  private static Try open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock(POSITION, 1, false) == null) {
      ByteBuffer owner = ByteBuffer.allocate(Long.BYTES * Byte.SIZE);
      channel.read(owner, 0);
      channel.close();
      String text = StandardCharsets.UTF_8.decode(owner.flip()).toString();
      return new Try(Optional.empty(), "process " + text);
    }
    byte[] owner = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
    channel.truncate(0).write(ByteBuffer.wrap(owner), 0);
    return new Try(Optional.of(new TrialLock(file, channel)), "this process");
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
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": its lock could not be released", e);
    } finally {
      HELD.remove(file);
    }
  }
}
