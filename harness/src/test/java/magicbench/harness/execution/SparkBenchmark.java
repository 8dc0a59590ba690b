package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Times equal trials on a Spark cluster of one executor and of two, and what a trial that does
 * nothing costs the driver. Each run has a store and a cluster of its own; starting both counts,
 * but for the ratio of what follows the first trial's start. Run it with harness/bench/spark.sh, on
 * two idle processor cores.
 */
public final class SparkBenchmark {

  /** Spark waits for all executors before it begins, so that the ratio is of them alone. */
  private static final Map<String, String> ALL_BEFORE_THE_FIRST =
      Map.of("spark.scheduler.minRegisteredResourcesRatio", "1.0");

  private static final long PAUSE_MILLIS = 8000;

  private final Path folder;

  private SparkBenchmark(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments a folder for stores; the numbers of trials that pause, that train and that do
   *     nothing, 0 leaves a part out; the steps of a trial that trains
   * @throws IOException when the folder can't be written, or no cluster starts
   */
  public static void main(String[] arguments) throws IOException {
    SparkBenchmark benchmark = new SparkBenchmark(Path.of(arguments[0]));
    int pausing = Integer.parseInt(arguments[1]);
    int training = Integer.parseInt(arguments[2]);
    int idle = Integer.parseInt(arguments[3]);
    if (pausing > 0) {
      benchmark.comparePausing(pausing);
    }
    if (training > 0) {
      benchmark.compareTraining(training, Long.parseLong(arguments[4]));
    }
    if (idle > 0) {
      benchmark.timeDriver(idle);
    }
  }

  /**
   * Beside the cluster's ratio stands the one of a pool of workers on this machine, which is what
   * its two cores allow. The text's tokens are in every store before the clock starts: they are one
   * trial, which can't be shared out.
   */
  private void compareTraining(int trials, long steps) throws IOException {
    Trial tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    List<Trial> training =
        seeds(trials).mapToObj(seed -> TinyProbe.laptopWide(tokenise, seed, steps)).toList();
    Plan plan =
        ScriptedPlan.of(
            Stream.concat(Stream.of(tokenise), training.stream()).toArray(Trial[]::new));
    for (String store : List.of("pool-one", "pool-two", "training-one", "training-two")) {
      new InProcess().run(ScriptedPlan.of(tokenise), request(store, 1), new Watching());
    }
    String what = trials + " trials of " + steps + " steps";
    compare(what + ", Spark", cluster("training-one", plan, 1), cluster("training-two", plan, 2));
    compare(what + ", a pool", pool("pool-one", plan, 1), pool("pool-two", plan, 2));
  }

  /** What Spark costs, whatever else the machine does. */
  private void comparePausing(int trials) throws IOException {
    Plan plan =
        ScriptedPlan.of(
            seeds(trials)
                .mapToObj(seed -> ScriptedPlan.pausing(PAUSE_MILLIS, seed))
                .toArray(Trial[]::new));
    compare(
        trials + " trials that take " + PAUSE_MILLIS + " ms and no processor, Spark",
        cluster("pausing-one", plan, 1),
        cluster("pausing-two", plan, 2));
  }

  private static LongStream seeds(int trials) {
    return LongStream.rangeClosed(1, trials);
  }

  private static void compare(String what, Times one, Times two) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f s by one, %.1f s by two: %.2f times faster (%.2f with starting up)%n",
        what,
        one.working(),
        two.working(),
        one.working() / two.working(),
        one.whole() / two.whole());
  }

  private void timeDriver(int trials) throws IOException {
    Plan plan =
        ScriptedPlan.of(
            LongStream.rangeClosed(1, trials)
                .mapToObj(seed -> ScriptedPlan.shared("succeed", seed))
                .toArray(Trial[]::new));
    double before = cpuSeconds(ProcessHandle.current());
    Times times = cluster("many", plan, 2);
    double own = cpuSeconds(ProcessHandle.current()) - before;
    System.out.printf(
        Locale.ROOT,
        "%d trials that do nothing: %.1f ms each by the clock, on two executors; of the processors"
            + " %.1f ms in the run's process and %.1f ms in Spark's driver%n",
        trials,
        1e3 * times.working() / trials,
        1e3 * own / trials,
        1e3 * times.driverCpu() / trials);
  }

  /** Seconds: all, from the first trial's start on, and the processors' in Spark's driver. */
  private record Times(double whole, double working, double driverCpu) {}

  private Times cluster(String name, Plan plan, int workers) throws IOException {
    try (SparkCluster cluster = SparkCluster.start(folder.resolve(name + "-cluster"), workers)) {
      return run(SparkCluster.runner(cluster.url(), ALL_BEFORE_THE_FIRST), name, plan, workers);
    }
  }

  private Times pool(String name, Plan plan, int workers) {
    return run(new WorkerPool(), name, plan, workers);
  }

  private Times run(TrialRunner runner, String name, Plan plan, int workers) {
    Watching watching = new Watching();
    long start = System.nanoTime();
    List<RunRecord> records = runner.run(plan, request(name, workers), watching);
    long end = System.nanoTime();
    for (RunRecord record : records) {
      if (record.outcome() != Outcome.COMPLETED) {
        throw new IllegalStateException(record.trial().id() + ": " + record.note());
      }
    }
    return new Times(
        (end - start) / 1e9,
        (end - watching.firstNanos.get()) / 1e9,
        watching.driverCpuSeconds.orElse(Double.NaN));
  }

  private TrialRunner.Request request(String name, int workers) {
    return new TrialRunner.Request(folder.resolve(name), workers, false);
  }

  private static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
  }

  /** Notes when the first trial begins, and what the driver's process has used at every end. */
  private static final class Watching implements TrialRunner.Progress {

    private final AtomicLong firstNanos = new AtomicLong();
    private volatile OptionalDouble driverCpuSeconds = OptionalDouble.empty();

    @Override
    public void begins(int trials, int cached) {
      // The clock starts with the first trial.
    }

    @Override
    public void moved(Trial trial, double share, String message) {
      firstNanos.compareAndSet(0, System.nanoTime());
    }

    @Override
    public void ended(RunRecord record, boolean cached) {
      driverCpuSeconds =
          OptionalDouble.of(
              ProcessHandle.current().children().mapToDouble(SparkBenchmark::cpuSeconds).sum());
    }
  }
}
