package magicbench.harness.execution;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import magicbench.harness.experiment.Experiments;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.record.RecordFile;

/**
 * The process that runs one trial: reads its work order, tells its progress on the standard output,
 * writes the record into the store, and dies when its parent does.
 */
public final class Worker {

  /** Exit code for an input fault, whose line was printed after {@link #FAULT}. */
  static final int INPUT_FAULT = 2;

  /** Begins a line: share and message follow. */
  static final String PROGRESS = "@progress ";

  /** A line of its own: the record was there already. */
  static final String CACHED = "@cached";

  /** A line of its own: nothing to tell, but the work goes on. */
  static final String ALIVE = "@alive";

  /** Begins a line: the message for the user follows. */
  static final String FAULT = "@fault ";

  private static final int ORPHANED = 75;

  private static final long ALIVE_PAUSE_NANOS = 1_000_000_000;

  private final PrintStream out;
  private long lastWordNanos = System.nanoTime();

  private Worker(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs one trial.
   *
   * @param arguments the file of the work order
   */
  public static void main(String[] arguments) {
    watchParent();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(new Worker(out).run(Path.of(arguments[0])));
  }

  /** The parent holds the other end of the standard input, so its end is the parent's end. */
  private static void watchParent() {
    Thread watch =
        new Thread(
            () -> {
              awaitEndOfInput();
              Runtime.getRuntime().halt(ORPHANED);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEndOfInput() {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe means what an ended one means: the parent is gone.
      return;
    }
  }

  private int run(Path orderFile) {
    try {
      WorkOrder order = Json.json().readValue(orderFile.toFile(), WorkOrder.class);
      requireSameCode(order);
      Place.Ran ran = new TrialExecution(order, new Experiments(), new Telling()).run();
      RecordFile.write(recordFile(orderFile), ran.record());
      if (ran.cached()) {
        out.println(CACHED);
      }
      return 0;
    } catch (InputException e) {
      out.println(FAULT + e.getMessage());
      return INPUT_FAULT;
    } catch (IOException e) {
      throw new IllegalStateException("work order " + orderFile + " can't be read", e);
    }
  }

  private static void requireSameCode(WorkOrder order) {
    String classPath = System.getProperty("java.class.path");
    boolean untouched = ClassPathStamp.of(classPath).equals(order.classPathStamp());
    if (!untouched && !CodeFingerprint.of(classPath).equals(order.fingerprint().code())) {
      throw new InputException(
          "class path", "was built anew while a run was going on", "run again");
    }
  }

  /** Where the record of a work order is put for the parent: another run may clear the store's. */
  static Path recordFile(Path orderFile) {
    return orderFile.resolveSibling(orderFile.getFileName() + ".record");
  }

  /** Tells the parent, by lines. */
  private final class Telling implements Place.Listener {

    @Override
    public void moved(double share, String message) {
      lastWordNanos = System.nanoTime();
      out.println(PROGRESS + share + " " + message.replaceAll("\\R", " "));
    }

    @Override
    public void alive() {
      long now = System.nanoTime();
      if (now - lastWordNanos >= ALIVE_PAUSE_NANOS) {
        lastWordNanos = now;
        out.println(ALIVE);
      }
    }
  }
}
