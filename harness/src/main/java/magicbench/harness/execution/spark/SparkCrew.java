package magicbench.harness.execution.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import magicbench.harness.execution.Crew;
import magicbench.harness.execution.Ended;
import magicbench.harness.execution.Errand;

/**
 * Has a Spark cluster carry out orders, each by a worker beside an executor. Spark's driver is a
 * process of its own, started with the first order: no class of Spark's comes into this one.
 */
final class SparkCrew implements Crew {

  private static final int STOP_SECONDS = 30;

  private final Starter starter;
  private final Path log;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private Optional<Process> driver = Optional.empty();
  private Optional<String> fault = Optional.empty();
  private boolean troubled;

  /** Starts a driver. */
  @FunctionalInterface
  interface Starter {
    /**
     * Starts it.
     *
     * @param log where its error output goes
     * @throws IOException when it can't be started
     */
    Process start(Path log) throws IOException;
  }

  /** An order that is out. */
  private record Pending(Errand errand, Listener listener, CompletableFuture<Ended> end) {}

  /**
   * A crew.
   *
   * @param starter starts the driver
   * @param log where its error output goes
   */
  SparkCrew(Starter starter, Path log) {
    this.starter = starter;
    this.log = log;
  }

  @Override
  public Ended carryOut(Errand errand, Listener listener) throws IOException, InterruptedException {
    Pending mine = new Pending(errand, listener, new CompletableFuture<>());
    pending.put(errand.trialId(), mine);
    try {
      send(errand);
      return mine.end().get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } finally {
      pending.remove(errand.trialId());
    }
  }

  private synchronized void send(Errand errand) throws IOException {
    if (fault.isPresent()) {
      throw new IOException(fault.get());
    }
    if (driver.isEmpty()) {
      driver = Optional.of(starter.start(log));
      Thread ears = new Thread(() -> hear(driver.get()), "spark-driver");
      ears.setDaemon(true);
      ears.start();
    }
    Writer orders = driver.get().outputWriter(StandardCharsets.UTF_8);
    orders.write(line(errand) + "\n");
    orders.flush();
  }

  private static String line(Errand errand) {
    Stream<String> words =
        Stream.of(
            Words.RUN,
            errand.trialId(),
            errand.orderFile().toString(),
            errand.log().toString(),
            Boolean.toString(errand.sharesProcess()),
            errand.device(),
            errand.folder(),
            Boolean.toString(errand.recompute()));
    return Words.line(Stream.concat(words, errand.needs().stream()).toArray(String[]::new));
  }

  private void hear(Process process) {
    String why = "Spark's driver ended; its log is " + log;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> words = Words.of(line);
        if (words.get(0).equals(Words.FAULT)) {
          why = "Spark: " + words.get(1) + "; its log is " + log;
        } else if (words.size() > 2) {
          Optional.ofNullable(pending.get(words.get(1))).ifPresent(trial -> hear(words, trial));
        }
      }
    } catch (IOException e) {
      why = "Spark's driver can't be heard (" + e.getMessage() + "); its log is " + log;
    }
    breakOff(why);
  }

  private void breakOff(String why) {
    synchronized (this) {
      troubled |= fault.isEmpty();
      fault = Optional.of(why);
    }
    pending.values().forEach(trial -> trial.end().completeExceptionally(new IOException(why)));
  }

  private void hear(List<String> words, Pending trial) {
    switch (words.get(0)) {
      case Words.MOVED -> trial.listener().moved(Double.parseDouble(words.get(2)), words.get(3));
      case Words.LOST -> warn(trial, words.get(2));
      case Words.ENDED -> trial.end().complete(ended(words));
      case Words.GAVE_UP -> {
        warn(trial, words.get(2));
        trial.end().complete(lost(words.get(2)));
      }
      default -> throw new IllegalStateException("Spark's driver says " + words.get(0));
    }
  }

  private static Ended ended(List<String> words) {
    return new Ended(
        Integer.parseInt(words.get(2)),
        Boolean.parseBoolean(words.get(3)),
        Boolean.parseBoolean(words.get(4)),
        Optional.of(words.get(5)).filter(fault -> !fault.isEmpty()),
        Optional.empty(),
        words.get(6));
  }

  private static Ended lost(String why) {
    return new Ended(1, false, false, Optional.empty(), Optional.of("Spark: " + why), "");
  }

  /** What happens to a trial's machine is told there and in the trial's log. */
  private void warn(Pending trial, String what) {
    synchronized (this) {
      troubled = true;
    }
    String line = "warning: trial " + trial.errand().trialId() + ": " + what;
    try {
      Files.writeString(
          trial.errand().log(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      trial.listener().moved(0, "warning: " + trial.errand().log() + " can't be written");
    }
    trial.listener().moved(0, line);
  }

  /** The driver ends when its input does, and then its executors. */
  @Override
  public void close() {
    Optional<Process> running;
    synchronized (this) {
      running = driver;
      fault = Optional.of("the run is over");
    }
    running.ifPresent(SparkCrew::end);
    forgetLog();
  }

  /** A run without trouble leaves no log of Spark's. */
  private synchronized void forgetLog() {
    try {
      if (!troubled) {
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      // It stays: it harms nobody.
      return;
    }
  }

  private static void end(Process process) {
    try (Writer orders = process.outputWriter(StandardCharsets.UTF_8)) {
      orders.flush();
    } catch (IOException e) {
      // It is gone already.
      return;
    }
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
