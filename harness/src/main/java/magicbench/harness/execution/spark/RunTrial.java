package magicbench.harness.execution.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import magicbench.harness.execution.Crew;
import magicbench.harness.execution.Ended;
import magicbench.harness.execution.Errand;
import magicbench.harness.execution.LocalCrew;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/**
 * Carries out one order in an executor, by a worker process beside it; gives back the end's line.
 */
final class RunTrial implements Function<TrialTask, String> {

  private static final long serialVersionUID = 1L;
  private static final String ARGUMENTS = "worker.args";

  /**
   * One crew an executor and run: Spark makes a new object of this class for every task, and a
   * worker that waits for its next order must outlive it.
   */
  private static final Map<CrewKey, LocalCrew> CREWS = new ConcurrentHashMap<>();

  /** Workers with a GPU are others than those without: a task on the processor is given none. */
  private record CrewKey(Path arguments, Optional<String> gpu) {}

  private final LastWords words;
  private final RemoteStore remote;

  /**
   * What a task does.
   *
   * @param words what it says its lines to
   * @param remote the store, where it is no folder that all machines see
   */
  RunTrial(LastWords words, RemoteStore remote) {
    this.words = words;
    this.remote = remote;
  }

  @Override
  public String call(TrialTask task) throws IOException, InterruptedException {
    Ended ended = remote.isNone() ? here(task.errand()) : apart(task);
    return Words.line(
        Words.ENDED,
        task.trialId(),
        Integer.toString(ended.code()),
        Boolean.toString(ended.silent()),
        Boolean.toString(ended.cached()),
        ended.fault().orElse(""),
        " on host " + host() + ", executor " + SparkEnv.get().executorId());
  }

  private Ended here(Errand errand) throws IOException, InterruptedException {
    Path arguments = errand.orderFile().resolveSibling(ARGUMENTS);
    Crew crew = CREWS.computeIfAbsent(new CrewKey(arguments, gpu()), RunTrial::crew);
    return crew.carryOut(errand, (share, message) -> say(errand.trialId(), share, message));
  }

  private void say(String trial, double share, String message) {
    words.add(Words.line(Words.MOVED, trial, Double.toString(share), message));
  }

  /** Brings everything here first, and takes checkpoints and what was made to the store. */
  private Ended apart(TrialTask task) throws IOException, InterruptedException {
    Path cache = Path.of(remote.cache());
    RemoteTrial trial =
        new RemoteTrial(HadoopStore.open(remote.url(), SparkEnv.get().conf()), task, cache);
    Path orderFile = trial.fetch();
    Timer saves = new Timer("checkpoints", true);
    saves.schedule(saving(task, trial), remote.saveMillis(), remote.saveMillis());
    try {
      return here(task.errand().at(orderFile, trial.log()));
    } finally {
      saves.cancel();
      trial.finish();
    }
  }

  private TimerTask saving(TrialTask task, RemoteTrial trial) {
    return new TimerTask() {
      @Override
      public void run() {
        try {
          trial.save();
        } catch (IOException | UncheckedIOException e) {
          say(task.trialId(), 0, "warning: a checkpoint could not be kept: " + e.getMessage());
        }
      }
    };
  }

  private static LocalCrew crew(CrewKey key) {
    Map<String, String> place =
        Map.of(
            LocalCrew.HOST, host(),
            LocalCrew.EXECUTOR, SparkEnv.get().executorId());
    try {
      Path here = Path.of(SparkFiles.getRootDirectory()).toAbsolutePath();
      Path errors = Files.createTempDirectory(here, "workers");
      return LocalCrew.of(errors, key.arguments(), place, key.gpu());
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a worker's error output", e);
    }
  }

  private static String host() {
    return SparkEnv.get().blockManager().blockManagerId().host();
  }

  /** The GPU that Spark gave this executor's only task slot. */
  private static Optional<String> gpu() {
    return Optional.ofNullable(TaskContext.get().resourcesJMap().get(GpuProfile.GPU))
        .map(found -> found.addresses()[0]);
  }
}
