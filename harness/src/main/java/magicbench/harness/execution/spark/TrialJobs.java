package magicbench.harness.execution.spark;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;

/** One Spark job a trial, each with one task; what Spark retries and where is its own affair. */
final class TrialJobs {

  /** What Spark says of a task whose executors died; whatever else it says is no trial's affair. */
  private static final String TOO_OFTEN = ".*Task \\d+ in stage .* failed \\d+ times.*";

  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext spark;
  private final LastWords words;
  private final Consumer<String> out;
  private final Optional<ResourceProfile> withGpu;
  private final RemoteStore remote;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          job -> {
            Thread thread = new Thread(job, "trial");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * No job yet.
   *
   * @param spark the cluster
   * @param words what running tasks say their lines to
   * @param out takes lines, see {@link Words}
   * @param withGpu what a trial on a GPU asks the cluster for; empty where it has none to give
   * @param remote the store, where it is no folder that all machines see
   */
  TrialJobs(
      JavaSparkContext spark,
      LastWords words,
      Consumer<String> out,
      Optional<ResourceProfile> withGpu,
      RemoteStore remote) {
    this.spark = spark;
    this.words = words;
    this.out = out;
    this.withGpu = withGpu;
    this.remote = remote;
  }

  void submit(TrialTask task) {
    threads.execute(
        () -> {
          String line = run(task);
          out.accept(line);
          if (line.startsWith(Words.FAULT)) {
            Runtime.getRuntime().halt(SparkDriver.BROKEN);
          }
        });
  }

  private String run(TrialTask task) {
    if (task.wantsGpu() && withGpu.isEmpty()) {
      return Words.line(
          Words.GAVE_UP,
          task.trialId(),
          "it asks for a GPU, and the cluster offers none: give --conf"
              + " spark.executor.resource.gpu.amount=1");
    }
    spark.setLocalProperty(JobWatch.TRIAL, task.trialId());
    spark.setLocalProperty(DESCRIPTION, "trial " + task.trialId());
    try {
      return remote.isNone()
          ? collect(task)
          : new RemoteExchange(HadoopStore.open(remote.url(), spark.getConf()), task)
              .run(() -> collect(task));
    } catch (IOException e) {
      return Words.line(Words.GAVE_UP, task.trialId(), JobWatch.oneLine(String.valueOf(e)));
    } catch (Exception e) {
      // Spark's Scala code throws checked exceptions that its signatures don't tell.
      String reason = JobWatch.oneLine(String.valueOf(e.getMessage()));
      return reason.matches(TOO_OFTEN)
          ? Words.line(Words.GAVE_UP, task.trialId(), reason)
          : Words.line(Words.FAULT, "the cluster can't be reached or gave the run up: " + reason);
    }
  }

  private String collect(TrialTask task) {
    JavaRDD<TrialTask> one = spark.parallelize(List.of(task), 1);
    JavaRDD<TrialTask> placed = task.wantsGpu() ? one.withResources(withGpu.get()) : one;
    return placed.map(new RunTrial(words, remote)).collect().get(0);
  }
}
