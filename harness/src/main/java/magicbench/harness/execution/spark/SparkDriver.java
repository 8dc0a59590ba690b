package magicbench.harness.execution.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The process of a run that is Spark's driver: takes orders from its standard input, a line each,
 * tells what comes of them on its standard output, and ends when its input does.
 */
public final class SparkDriver {

  /** System property: minutes without any executor before the run is given up; 0 for never. */
  static final String PATIENCE = "magicbench.spark.patienceMinutes";

  private static final int DEFAULT_PATIENCE_MINUTES = 15;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long STOP_MILLIS = 20_000;

  /** Exit code of a driver that can't go on. */
  static final int BROKEN = 1;

  private final PrintStream out;

  private SparkDriver(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs until the standard input ends. Settings of Spark are system properties.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // whatever Spark prints is no line of ours
    System.exit(new SparkDriver(out).run());
  }

  private synchronized void say(String line) {
    out.println(line);
  }

  private int run() {
    try {
      JavaSparkContext spark = new JavaSparkContext(new SparkConf());
      LastWords words = new LastWords();
      spark.sc().register(words, "words");
      JobWatch watch = new JobWatch(this::say, words.id());
      spark.sc().addSparkListener(watch);
      say(Words.line(Words.READY, spark.sc().applicationId()));
      awaitExecutors(watch);
      Consumer<String> told = this::say;
      obey(
          new TrialJobs(
              spark, words, told, GpuProfile.of(spark.getConf()), RemoteStore.ofProcess()));
      stop(spark);
      return 0;
    } catch (Exception e) {
      // Spark's Scala code throws checked exceptions that its signatures don't tell.
      say(Words.line(Words.FAULT, JobWatch.oneLine(String.valueOf(e.getMessage()))));
      return BROKEN;
    }
  }

  private static void obey(TrialJobs jobs) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      jobs.submit(TrialTask.of(Words.of(line)));
    }
  }

  /** A cluster without workers lets jobs wait for ever. */
  private void awaitExecutors(JobWatch watch) {
    int patience = Integer.getInteger(PATIENCE, DEFAULT_PATIENCE_MINUTES);
    AtomicInteger without = new AtomicInteger();
    repeat(
        MINUTE_MILLIS,
        () -> {
          int minutes = watch.executors() > 0 ? 0 : without.get() + 1;
          without.set(minutes);
          if (patience > 0 && minutes >= patience) {
            say(Words.line(Words.FAULT, "no executor for " + minutes + " minutes"));
            Runtime.getRuntime().halt(BROKEN);
          }
        });
  }

  private static void repeat(long millis, Runnable work) {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            work.run();
          }
        };
    new Timer("looks", true).schedule(task, millis, millis);
  }

  /**
   * The master frees the executors; where it can't be told so, they notice that this process is
   * gone.
   */
  private static void stop(JavaSparkContext spark) {
    repeat(STOP_MILLIS, () -> Runtime.getRuntime().halt(0));
    spark.stop();
  }
}
