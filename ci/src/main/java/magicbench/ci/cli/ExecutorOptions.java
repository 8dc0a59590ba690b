package magicbench.ci.cli;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.record.TrialExecutor;
import magicbench.results.record.TrialRunner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where trials run. */
final class ExecutorOptions {

  private static final String LOCAL = "local";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--executor",
      paramLabel = "NAME",
      defaultValue = LOCAL,
      description =
          "Where trials run: local, in processes of this machine; spark, on a cluster that shares"
              + " the store's folder and this installation (default: ${DEFAULT-VALUE}).")
  private String name = LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark's master: spark://HOST:PORT, k8s://URL, yarn or local-cluster[N,1,1024].")
  private Optional<String> master = Optional.empty();

  @Option(
      names = "--spark-home",
      paramLabel = "DIR",
      description =
          "An installation of Spark (default: SPARK_HOME, else target/spark, which 'mvn -Pspark"
              + " package' fills).")
  private Optional<String> home = Optional.empty();

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "Where a cluster keeps trials, if not in the store's folder: file://, hdfs://, s3a:// or"
              + " what else Hadoop knows.")
  private Optional<String> store = Optional.empty();

  @Option(
      names = "--executor-cache",
      paramLabel = "DIR",
      description =
          "With --store: the folder where each machine of the cluster keeps what it took from there"
              + " (default: in the store's folder).")
  private Optional<String> executorCache = Optional.empty();

  @Option(
      names = "--executor-home",
      paramLabel = "DIR",
      description =
          "This installation's folder on the cluster's machines (default: the same as here).")
  private Optional<String> executorHome = Optional.empty();

  @Option(
      names = "--conf",
      paramLabel = "NAME=VALUE",
      description = "A setting of Spark's; may be given again.")
  private Map<String, String> settings = new TreeMap<>();

  boolean isLocal() {
    return name.equals(LOCAL);
  }

  /** Whatever runs trials there. */
  TrialRunner runner(Surroundings surroundings) {
    if (isLocal()) {
      requireNone();
      return surroundings.runner();
    }
    return surroundings.executors().get().stream()
        .filter(executor -> executor.name().equals(name))
        .findFirst()
        .map(executor -> executor.runner(all(surroundings)))
        .orElseThrow(() -> unknown(surroundings));
  }

  private void requireNone() {
    boolean named =
        Stream.of(master, home, store, executorCache, executorHome).anyMatch(Optional::isPresent)
            || !settings.isEmpty();
    if (named) {
      throw new ParameterException(
          spec.commandLine(),
          "--master, --spark-home, --store, --executor-cache, --executor-home and --conf want"
              + " --executor spark");
    }
  }

  private SortedMap<String, String> all(Surroundings surroundings) {
    SortedMap<String, String> all = new TreeMap<>(settings);
    master.ifPresent(url -> all.put("master", url));
    home.ifPresent(folder -> all.put("home", folder));
    store.ifPresent(url -> all.put("store", url));
    executorHome.ifPresent(folder -> all.put("executor-home", folder));
    executorCache.ifPresent(folder -> all.put("executor-cache", folder));
    all.put("root", surroundings.root().toString());
    return all;
  }

  private RuntimeException unknown(Surroundings surroundings) {
    if (surroundings.runners().get().isEmpty()) {
      return new NoEngineException();
    }
    return new ParameterException(
        spec.commandLine(),
        "--executor is "
            + name
            + ", but must be one of "
            + LOCAL
            + ", "
            + String.join(
                ", ",
                surroundings.executors().get().stream()
                    .map(TrialExecutor::name)
                    .sorted()
                    .toList()));
  }
}
