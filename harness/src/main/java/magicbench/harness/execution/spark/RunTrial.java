package magicbench.harness.execution.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

  /**
   * One crew an executor and run: Spark makes a new object of this class for every task, and a
   * worker that waits for its next order must outlive it.
   */
  private static final Map<Path, LocalCrew> CREWS = new ConcurrentHashMap<>();

  private final LastWords words;

  RunTrial(LastWords words) {
    this.words = words;
  }

  @Override
  public String call(TrialTask task) throws IOException, InterruptedException {
    Path orderFile = Path.of(task.orderFile());
    Crew crew = CREWS.computeIfAbsent(orderFile.resolveSibling("worker.args"), this::crew);
    Errand errand =
        new Errand(
            task.trialId(), orderFile, Path.of(task.log()), task.sharesProcess(), task.device());
    Ended ended =
        crew.carryOut(
            errand,
            (share, message) ->
                words.add(
                    Words.line(Words.MOVED, task.trialId(), Double.toString(share), message)));
    return Words.line(
        Words.ENDED,
        task.trialId(),
        Integer.toString(ended.code()),
        Boolean.toString(ended.silent()),
        Boolean.toString(ended.cached()),
        ended.fault().orElse(""),
        " on host " + host() + ", executor " + SparkEnv.get().executorId());
  }

  private LocalCrew crew(Path arguments) {
    Map<String, String> place =
        Map.of(
            LocalCrew.HOST, host(),
            LocalCrew.EXECUTOR, SparkEnv.get().executorId());
    try {
      Path here = Path.of(SparkFiles.getRootDirectory()).toAbsolutePath();
      return LocalCrew.of(Files.createTempDirectory(here, "workers"), arguments, place, gpu());
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
