package magicbench.harness.execution.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Starts the process that is Spark's driver. */
final class DriverProcess {

  private static final String HEAP = "magicbench.spark.driverHeap";
  private static final String CLASS_PATH = "spark.executor.extraClassPath";
  private static final String OPTIONS = "spark.executor.extraJavaOptions";
  private static final String SILENCE = "magicbench.worker.silentMinutes";

  private DriverProcess() {}

  /**
   * Starts it.
   *
   * @param home Spark
   * @param master the cluster, as Spark names clusters
   * @param settings of Spark
   * @param log where everything goes that Spark says
   * @return the process; lines go in and out, see {@link Words}
   * @throws IOException when it can't be started
   */
  static Process start(SparkHome home, String master, SortedMap<String, String> settings, Path log)
      throws IOException {
    settings.put("spark.master", master);
    settings.putIfAbsent(CLASS_PATH, SparkHome.adapter());
    settings.merge(OPTIONS, executorOptions(), (given, ours) -> ours + " " + given);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + System.getProperty(HEAP, "512m"));
    command.add("-XX:+UseSerialGC");
    command.addAll(SparkHome.openings());
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    String patience = System.getProperty(SparkDriver.PATIENCE);
    if (patience != null) {
      command.add("-D" + SparkDriver.PATIENCE + "=" + patience);
    }
    command.addAll(List.of("-cp", home.classPath(), SparkDriver.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.folder().toString());
    environment.putIfAbsent("SPARK_SCALA_VERSION", "2.13");
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
  }

  private static String executorOptions() {
    String silence = System.getProperty(SILENCE);
    return "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
        + (silence == null ? "" : " -D" + SILENCE + "=" + silence);
  }
}
