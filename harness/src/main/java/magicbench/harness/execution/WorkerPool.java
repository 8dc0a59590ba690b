package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import magicbench.harness.experiment.DeviceKind;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Runs trials in worker processes, several at once: each in one of its own, but for short ones
 * whose kind lets them follow each other.
 *
 * <p>The engine's seed, threads and gradient collector belong to a process, so this is the only way
 * to train two networks at a time.
 */
public final class WorkerPool implements TrialRunner {

  /** A runner. */
  public WorkerPool() {}

  @Override
  public List<RunRecord> run(Plan plan, Request request, Progress progress) {
    try (Place processes = processes(System.getProperties())) {
      return new Schedule(plan, request, processes, progress).run();
    }
  }

  private static Place processes(Properties properties) {
    Duration limit = Watchdog.limit(properties);
    int workersPerGpu = Gpus.workersPerGpu(properties);
    try {
      Path temporary = Files.createTempDirectory("magicbench-workers");
      return WorkerProcess.here(
          temporary,
          WorkerCommand.write(temporary, properties),
          new Watchdog(limit),
          new Gpus(DeviceKind::gpuCount, workersPerGpu, System.getenv()));
    } catch (IOException e) {
      throw new InputException(
          properties.getProperty("java.io.tmpdir"),
          "can't be written to (" + e.getMessage() + ")",
          "free space, or choose another folder with -Djava.io.tmpdir=DIR",
          e);
    }
  }
}
