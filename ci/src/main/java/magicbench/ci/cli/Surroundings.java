package magicbench.ci.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import magicbench.results.plan.CostEstimator;
import magicbench.results.record.CacheFolder;
import magicbench.results.record.TrialExecutor;
import magicbench.results.record.TrialRunner;

/**
 * What a command takes from the process around it; tests hand in their own.
 *
 * @param properties looks up a system property; null when it isn't set
 * @param environment looks up an environment variable; null when it isn't set
 * @param resources where claims and scales are found
 * @param runners whatever can run trials, looked for when a run begins
 * @param executors whatever has trials run elsewhere, looked for when one is asked for
 * @param clock tells the time, for progress
 * @param terminal whether somebody watches the output: the start script looks and sets {@code
 *     magicbench.terminal}
 */
record Surroundings(
    UnaryOperator<String> properties,
    UnaryOperator<String> environment,
    ClassLoader resources,
    Supplier<List<TrialRunner>> runners,
    Supplier<List<TrialExecutor>> executors,
    InstantSource clock,
    boolean terminal) {

  /** The surroundings of this very process. */
  static Surroundings ofProcess() {
    return new Surroundings(
        System::getProperty,
        System::getenv,
        Surroundings.class.getClassLoader(),
        () -> services(TrialRunner.class),
        () -> services(TrialExecutor.class),
        InstantSource.system(),
        Boolean.getBoolean("magicbench.terminal") && System.getenv("CI") == null);
  }

  private static <T> List<T> services(Class<T> type) {
    return ServiceLoader.load(type).stream().map(ServiceLoader.Provider::get).toList();
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(properties.apply(name)).filter(value -> !value.isBlank());
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
  }

  /** The project's folder: system property {@code magicbench.root}, or the working directory. */
  Path root() {
    String root = property("magicbench.root").or(() -> property("user.dir")).orElse(".");
    return Path.of(root).toAbsolutePath().normalize();
  }

  /** The store's folder where nobody names one. */
  Path defaultCache() {
    return CacheFolder.of(root(), this::property, this::variable);
  }

  /** Whoever knows here what a trial costs. */
  List<CostEstimator> estimators() {
    return ServiceLoader.load(CostEstimator.class, resources).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** Whatever runs trials here. */
  TrialRunner runner() {
    return runners.get().stream().findFirst().orElseThrow(NoEngineException::new);
  }
}
