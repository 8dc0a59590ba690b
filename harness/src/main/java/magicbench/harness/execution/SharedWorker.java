package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
  private final Map<String, String> environment;
  private long copiedBytes;

  /**
   * A worker that is on its first order.
   *
   * @param process started with that order
   * @param errors where its error output goes
   * @param environment what it was given beyond its parent's
   */
  SharedWorker(Process process, Path errors, Map<String, String> environment) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.errors = errors;
    this.environment = environment;
  }

  Process process() {
    return process;
  }

  /** Whether it can take an order for a trial with this environment. */
  boolean isFor(Map<String, String> wanted) {
    return process.isAlive() && environment.equals(wanted);
  }

  /** Gives it the next order. */
  void order(Path orderFile) throws IOException {
    orders.write(orderFile + "\n");
    orders.flush();
  }

  /**
   * Listens until the order is carried out or the process is gone.
   *
   * @return the exit code of the trial, or of the process where it takes no other order
   */
  int listen(Conversation conversation, Watchdog.Watch watch, PrintWriter log)
      throws IOException, InterruptedException {
    while (conversation.trialCode().isEmpty()) {
      String line = next(watch);
      if (line == null) {
        break;
      }
      watch.heard();
      conversation.hear(line, log);
    }
    copyErrors(log);
    return conversation.trialCode().isPresent()
        ? conversation.trialCode().getAsInt()
        : process.waitFor();
  }

  /** Null at the end. */
  private String next(Watchdog.Watch watch) throws IOException {
    try {
      return lines.readLine();
    } catch (IOException e) {
      // Ending a process closes its output under the reader's hands.
      if (watch.ended()) {
        return null;
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

  /** Ends the process. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
