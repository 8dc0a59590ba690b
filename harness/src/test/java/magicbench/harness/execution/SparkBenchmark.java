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

  private static final long STEPS = 600;
  private static final long PAUSE_MILLIS = 8000;

  private final Path folder;

  private SparkBenchmark(Path folder) {
    this.folder = folder;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments a folder for stores; the numbers of trials that pause, that train and that do
   *     nothing; 0 leaves a part out
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
      benchmark.compareTraining(training);
    }
    if (idle > 0) {
      benchmark.timeDriver(idle);
    }
  }

  private void compareTraining(int trials) throws IOException {
    Trial tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    compare(
        "training",
        "trials that train",
        Stream.concat(Stream.of(tokenise), seeds(trials).mapToObj(seed -> train(tokenise, seed))));
  }

  private static Trial train(Trial tokenise, long seed) {
    return TinyProbe.probe(tokenise, seed, STEPS);
  }

  /** What the engine costs, whatever else the machine does. */
  private void comparePausing(int trials) throws IOException {
    compare(
        "pausing",
        "trials that take " + PAUSE_MILLIS + " ms and no processor",
        seeds(trials).mapToObj(seed -> ScriptedPlan.pausing(PAUSE_MILLIS, seed)));
  }

  private static LongStream seeds(int trials) {
    return LongStream.rangeClosed(1, trials);
  }

  private void compare(String name, String what, Stream<Trial> trials) throws IOException {
    Plan plan = ScriptedPlan.of(trials.toArray(Trial[]::new));
    Times one = run(name + "-one", plan, 1);
    Times two = run(name + "-two", plan, 2);
    System.out.printf(
        Locale.ROOT,
        "%d %s: %.1f s on one executor, %.1f s on two: %.2f times faster (%.2f with starting up)%n",
        plan.trials().size(),
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
    Times times = run("many", plan, 2);
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

  private Times run(String name, Plan plan, int workers) throws IOException {
    try (SparkCluster cluster = SparkCluster.start(folder.resolve(name + "-cluster"), workers)) {
      Watching watching = new Watching();
      long start = System.nanoTime();
      List<RunRecord> records =
          SparkCluster.runner(cluster.url(), ALL_BEFORE_THE_FIRST)
              .run(plan, new TrialRunner.Request(folder.resolve(name), workers, false), watching);
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
