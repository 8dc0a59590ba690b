package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import magicbench.harness.experiment.Experiments;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;

/**
 * The process that runs trials: reads a work order, tells its progress on the standard output,
 * writes the record into the store, and dies when its parent does. It runs one trial, unless the
 * order says that it shares its process: then it tells of the trial's end, if all went well, and
 * waits for the name of the next order's file, a line of the standard input.
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

  /** A line of its own: the trial went well, and the process waits for another order. */
  static final String WAITS = "@waits";

  private static final int ORPHANED = 75;

  private static final long ALIVE_PAUSE_NANOS = 1_000_000_000;

  private final PrintStream out;
  private boolean shared;
  private long lastWordNanos = System.nanoTime();

  private Worker(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs one trial, or several in turn.
   *
   * @param arguments the file of the first work order
   * @throws InterruptedException never
   */
  public static void main(String[] arguments) throws InterruptedException {
    Path first = Path.of(arguments[0]);
    BlockingQueue<Path> orders = new LinkedBlockingQueue<>(List.of(first));
    watchParent(first, orders);
    Worker worker = new Worker(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    int code = worker.run(orders.take());
    while (worker.shared) {
      worker.out.println(); // whatever was printed without an end of line
      worker.out.println(WAITS);
      code = worker.run(orders.take());
    }
    System.exit(code);
  }

  /** The parent holds the other end of the standard input, so its end is the parent's end. */
  private static void watchParent(Path first, BlockingQueue<Path> orders) {
    Thread watch =
        new Thread(
            () -> {
              try {
                readOrders(first, orders);
              } finally {
                Runtime.getRuntime().halt(ORPHANED);
              }
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  /** Each line names a file in the first order's folder. */
  private static void readOrders(Path first, BlockingQueue<Path> orders) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        orders.add(first.resolveSibling(line));
      }
    } catch (IOException e) {
      // A broken pipe means what an ended one means: the parent is gone.
      return;
    }
  }

  private int run(Path orderFile) {
    try {
      WorkOrder order = Json.json().readValue(orderFile.toFile(), WorkOrder.class);
      shared = false;
      requireSameProcessor(order);
      requireSameCode(order);
      Place.Ran ran = new TrialExecution(order, new Experiments(), new Telling()).run();
      RecordFile.write(recordFile(orderFile), ran.record());
      shared = order.sharesProcess() && ran.record().outcome() == Outcome.COMPLETED;
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

  /** A cluster may hold machines of several kinds; a result is kept under one. */
  private static void requireSameProcessor(WorkOrder order) {
    String here = System.getProperty("os.arch");
    if (!order.fingerprint().architecture().equals(here)) {
      throw new InputException(
          "this machine",
          "is " + here + ", not " + order.fingerprint().architecture() + " as the run's own",
          "run on machines of one kind");
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
  private final class Telling implements Crew.Listener {

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
