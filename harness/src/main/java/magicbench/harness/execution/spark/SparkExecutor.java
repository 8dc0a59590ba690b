package magicbench.harness.execution.spark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.execution.Crew;
import magicbench.harness.execution.CrewRunner;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.record.TrialExecutor;
import magicbench.results.record.TrialRunner;

/**
 * Runs trials on a Spark cluster: one a task, one task an executor. It knows these settings: {@code
 * master}, as Spark names clusters; {@code home}, the folder of an installation of Spark; {@code
 * root}, the project's folder; {@code store}, the URL of a store in a file system that Hadoop
 * knows, and {@code executor-cache}, each machine's folder for what it took from there; {@code
 * executor-home}, the folder of this installation on the cluster's machines; and all that begin
 * with {@code spark.}, which are Spark's own.
 */
public final class SparkExecutor implements TrialExecutor {

  private static final int DIGITS = 16;
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
    Optional<Installation> elsewhere =
        Optional.ofNullable(settings.get("executor-home")).map(Installation::at);
    DriverProcess driver = new DriverProcess(home, master.get(), given, elsewhere);
    Optional<String> url = Optional.ofNullable(settings.get("store"));
    if (url.isEmpty()) {
      return new CrewRunner(
          (arguments, atOnce) -> crew(driver, atOnce, arguments), Optional.empty());
    }
    Optional<Path> cache = Optional.ofNullable(settings.get("executor-cache")).map(Path::of);
    return remote(driver, url.get(), cache);
  }

  /** Trials of a store elsewhere are kept apart from those of this machine's own. */
  private static TrialRunner remote(
      DriverProcess driver, String url, Optional<Path> executorCache) {
    return (plan, request, progress) -> {
      String name = Hashes.sha256(url.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
      Path here = request.cache().toAbsolutePath().resolve("remote").resolve(name);
      Path workers = executorCache.orElse(here.resolve("executors")).toAbsolutePath();
      DriverProcess apart = driver.withStore(url, workers);
      return new CrewRunner(
              (arguments, atOnce) -> crew(apart, atOnce, arguments), Optional.of(workers))
          .run(
              plan,
              new TrialRunner.Request(
                  here.resolve("driver"), request.workers(), request.recompute()),
              progress);
    };
  }

  private static Crew crew(DriverProcess driver, int atOnce, Path arguments) {
    driver.elsewhere().ifPresent(installation -> installation.move(arguments));
    Path orders = arguments.getParent();
    Path log = orders.resolveSibling(orders.getFileName() + ".log");
    return new SparkCrew(file -> driver.start(atOnce, file), log);
  }
}
