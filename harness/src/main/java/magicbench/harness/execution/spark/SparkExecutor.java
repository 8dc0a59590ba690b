package magicbench.harness.execution.spark;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.execution.Crew;
import magicbench.harness.execution.CrewRunner;
import magicbench.results.file.InputException;
import magicbench.results.record.TrialExecutor;
import magicbench.results.record.TrialRunner;

/**
 * Runs trials on a Spark cluster: one a task, one task an executor. It knows these settings: {@code
 * master}, as Spark names clusters; {@code home}, the folder of an installation of Spark; {@code
 * root}, the project's folder; and all that begin with {@code spark.}, which are Spark's own.
 */
public final class SparkExecutor implements TrialExecutor {

  private static final String MASTERS = "spark://.+|k8s://.+|yarn|local-cluster\\[.+]";

  /** An executor. */
  public SparkExecutor() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public TrialRunner runner(SortedMap<String, String> settings) {
    Optional<String> master = Optional.ofNullable(settings.get("master"));
    if (master.filter(name -> name.matches(MASTERS)).isEmpty()) {
      throw new InputException(
          "--master",
          master.map(name -> "is " + name).orElse("is not given"),
          "name the cluster: spark://HOST:PORT, k8s://URL, yarn or local-cluster[N,1,1024]");
    }
    SparkHome home =
        SparkHome.find(
            Optional.ofNullable(settings.get("home")),
            Optional.ofNullable(System.getenv("SPARK_HOME")),
            Path.of(settings.getOrDefault("root", ".")));
    SortedMap<String, String> given = new TreeMap<>(settings.subMap("spark.", "spark/"));
    return new CrewRunner(
        (arguments, atOnce) -> crew(home, master.get(), given, atOnce, arguments));
  }

  private static Crew crew(
      SparkHome home, String master, SortedMap<String, String> given, int atOnce, Path arguments) {
    SortedMap<String, String> spark = SparkDefaults.with(atOnce, given);
    Path orders = arguments.getParent();
    Path log = orders.resolveSibling(orders.getFileName() + ".log");
    return new SparkCrew(file -> DriverProcess.start(home, master, spark, file), log);
  }
}
