package magicbench.harness.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Runs trials by a crew on other machines that see the store's folder, at the same path, and this
 * installation. Orders and records pass through a folder of the run's own in the store.
 */
public final class CrewRunner implements TrialRunner {

  /** Twice as many trials are handed out as run at once, so that no worker waits for its next. */
  private static final int AHEAD = 2;

  private static final int KEPT_DAYS = 60;

  private final Muster muster;
  private final Optional<Path> workersCache;

  /**
   * A runner.
   *
   * @param muster gathers the crew
   * @param workersCache where the crew's workers have their store, which the crew fills and
   *     empties; nothing where they have the folder that the run has
   */
  public CrewRunner(Muster muster, Optional<Path> workersCache) {
    this.muster = muster;
    this.workersCache = workersCache;
  }

  /** Gathers a crew for one run. */
  @FunctionalInterface
  public interface Muster {

    /**
     * Gathers it, or lets the first order do so.
     *
     * @param arguments the argument file of the workers' Java, in the folder of all orders
     * @param atOnce how many trials may run at once
     * @return the crew
     */
    Crew crew(Path arguments, int atOnce);
  }

  @Override
  public List<RunRecord> run(Plan plan, Request request, Progress progress) {
    Properties properties = System.getProperties();
    Duration silence = Watchdog.limit(properties);
    Path orders = ordersOf(request.cache());
    sweep(orders.getParent());
    WorkerCommand.write(orders, properties);
    Crew crew = muster.crew(orders.resolve(WorkerCommand.FILE), request.workers());
    Request ahead = new Request(request.cache(), AHEAD * request.workers(), request.recompute());
    try (Place place = new WorkerProcess(orders, crew, silence, workersCache)) {
      return new Schedule(plan, ahead, place, progress).run();
    }
  }

  /** What killed runs left. A run that lives writes an order, and so changes its folder, before. */
  private static void sweep(Path runs) {
    FileTime old = FileTime.from(Instant.now().minus(KEPT_DAYS, ChronoUnit.DAYS));
    try (Stream<Path> folders = Files.list(runs)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (Files.getLastModifiedTime(folder).compareTo(old) < 0) {
          WorkerCommand.delete(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Another run may sweep at the same time; what is left is small and waits for the next one.
      return;
    }
  }

  private static Path ordersOf(Path cache) {
    Path orders =
        cache.toAbsolutePath().normalize().resolve("runs").resolve(UUID.randomUUID().toString());
    try {
      return Files.createDirectories(orders);
    } catch (IOException e) {
      throw new InputException(
          orders.toString(),
          "could not be made (" + e.getClass().getSimpleName() + ")",
          "choose a cache folder that this machine and the cluster's can write to (--cache DIR)",
          e);
    }
  }
}
