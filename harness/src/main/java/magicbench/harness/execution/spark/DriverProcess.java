package magicbench.harness.execution.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The command of the process that is Spark's driver. */
final class DriverProcess {

  private static final String HEAP = "magicbench.spark.driverHeap";
  private static final String CLASS_PATH = "spark.executor.extraClassPath";
  private static final String OPTIONS = "spark.executor.extraJavaOptions";
  private static final String SILENCE = "magicbench.worker.silentMinutes";

  private final SparkHome home;
  private final String master;
  private final SortedMap<String, String> given;
  private final Optional<Installation> elsewhere;
  private final List<String> options;

  /**
   * A driver.
   *
   * @param home Spark
   * @param master the cluster, as Spark names clusters
   * @param given settings of Spark that override ours
   * @param elsewhere where the cluster's machines have this installation, if not where we have it
   */
  DriverProcess(
      SparkHome home,
      String master,
      SortedMap<String, String> given,
      Optional<Installation> elsewhere) {
    this(home, master, given, elsewhere, List.of());
  }

  private DriverProcess(
      SparkHome home,
      String master,
      SortedMap<String, String> given,
      Optional<Installation> elsewhere,
      List<String> options) {
    this.home = home;
    this.master = master;
    this.given = given;
    this.elsewhere = elsewhere;
    this.options = options;
  }

  /** The same with a store that not all machines see as a folder. */
  DriverProcess withStore(String url, Path executorCache) {
    return new DriverProcess(
        home, master, given, elsewhere, RemoteStore.options(url, executorCache.toString()));
  }

  Optional<Installation> elsewhere() {
    return elsewhere;
  }

  /**
   * Starts it.
   *
   * @param atOnce how many trials may run at once
   * @param log where everything goes that Spark says
   * @return the process; lines go in and out, see {@link Words}
   * @throws IOException when it can't be started
   */
  Process start(int atOnce, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + System.getProperty(HEAP, "512m"));
    command.add("-XX:+UseSerialGC");
    command.addAll(SparkHome.openings());
    settings(atOnce).forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(options);
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

  private SortedMap<String, String> settings(int atOnce) {
    SortedMap<String, String> settings = new TreeMap<>(SparkDefaults.with(atOnce, given));
    settings.put("spark.master", master);
    String adapter = SparkHome.adapter();
    settings.putIfAbsent(CLASS_PATH, elsewhere.map(at -> at.moved(adapter)).orElse(adapter));
    settings.merge(OPTIONS, executorOptions(), (theirs, ours) -> ours + " " + theirs);
    return settings;
  }

  private static String executorOptions() {
    String silence = System.getProperty(SILENCE);
    return "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
        + (silence == null ? "" : " -D" + SILENCE + "=" + silence);
  }
}
