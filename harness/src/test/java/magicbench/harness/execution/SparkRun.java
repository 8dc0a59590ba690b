package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import magicbench.results.plan.Trial;
import magicbench.results.record.TrialRunner;

/** A run on a Spark cluster in a process of its own, so that tests can kill it. */
public final class SparkRun {

  private SparkRun() {}

  /** Arguments: the master's URL, the store, the file that the second trial waits for. */
  public static void main(String[] arguments) {
    Trial done = ScriptedPlan.trial("succeed", 7);
    Trial waiting = ScriptedPlan.waiting(Path.of(arguments[2]), done);
    SparkCluster.runner(arguments[0], Map.of())
        .run(
            ScriptedPlan.of(done, waiting),
            new TrialRunner.Request(Path.of(arguments[1]), 1, false),
            new Listening());
  }

  static Process start(String url, Path store, Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dmagicbench.root=" + System.getProperty("magicbench.root"),
            "-cp",
            System.getProperty("java.class.path"),
            SparkRun.class.getName(),
            url,
            store.toString(),
            file.toString())
        .inheritIO()
        .start();
  }
}
