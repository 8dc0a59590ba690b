package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A worker that runs one short trial after another: the first order is an argument of its process,
 * the next ones are lines that it reads. One thread at a time.
 *
 * <p>What it writes to its error output goes to a file of its own; after each trial, what is new
 * there is appended to the trial's log.
 */
final class SharedWorker implements AutoCloseable {

  private final Process process;
  private final BufferedReader lines;
  private final Writer orders;
  private final Path errors;
  private long copiedBytes;
  private boolean reused;
  private boolean spoke;

  /**
   * A worker that is on its first order.
   *
   * @param process started with that order
   * @param errors where its error output goes
   */
  SharedWorker(Process process, Path errors) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  Process process() {
    return process;
  }

  /**
   * Gives it the next order.
   *
   * @throws IOException when the process is gone
   */
  void order(Path orderFile) throws IOException {
    reused = true;
    spoke = false;
    orders.write(orderFile.getFileName() + "\n");
    orders.flush();
  }

  /** Whether it was gone before it began its order: nothing of the trial was tried then. */
  boolean neverBegan() {
    return reused && !spoke;
  }

  /**
   * Listens until the order is carried out or the process is gone.
   *
   * @return the exit code of the trial, or of the process where it takes no other order
   */
  int listen(Conversation conversation, Watchdog.Watch watch, PrintWriter log)
      throws IOException, InterruptedException {
    Optional<String> line = next(watch);
    while (line.isPresent()) {
      spoke = true;
      watch.heard();
      conversation.hear(line.get(), log);
      line = conversation.waits() ? Optional.empty() : next(watch);
    }
    copyErrors(log);
    return conversation.waits() ? 0 : process.waitFor();
  }

  /** Empty at the end of its output. */
  private Optional<String> next(Watchdog.Watch watch) throws IOException {
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (IOException e) {
      // Ending a process closes its output under the reader's hands.
      if (watch.ended()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private void copyErrors(PrintWriter log) throws IOException {
    try (InputStream in = Files.newInputStream(errors)) {
      in.skipNBytes(copiedBytes);
      byte[] fresh = in.readAllBytes();
      copiedBytes += fresh.length;
      log.print(new String(fresh, StandardCharsets.UTF_8));
      log.flush();
    }
  }

  /** Ends the process and waits for its end, so that its memory is free. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
