package magicbench.ci.doctor;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import magicbench.results.record.Diagnosis;

/** The Java runtime, Maven, processor cores and memory. */
public final class MachineDiagnosis implements Diagnosis {

  private static final int OLDEST_JAVA = 17;
  private static final double LEAST_GIB = 4;
  private static final double BYTES_A_GIB = 1L << 30;

  private final UnaryOperator<String> environment;

  /**
   * A look at the machine.
   *
   * @param environment looks up an environment variable; null when it isn't set
   */
  public MachineDiagnosis(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  @Override
  public List<Finding> examine() {
    return List.of(java(), maven(), cores(), memory());
  }

  private static Finding java() {
    String found = Runtime.version() + ", " + System.getProperty("java.vendor");
    return Runtime.version().feature() >= OLDEST_JAVA
        ? Finding.ok("Java", found)
        : Finding.missing("Java", found, "install a JDK " + OLDEST_JAVA + " or newer");
  }

  private Finding maven() {
    Optional<Path> maven =
        Arrays.stream(
                Optional.ofNullable(environment.apply("PATH")).orElse("").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> List.of(Path.of(folder, "mvn"), Path.of(folder, "mvn.cmd")).stream())
            .filter(Files::isRegularFile)
            .findFirst();
    return maven
        .map(file -> Finding.ok("Maven", file.toString()))
        .orElseGet(
            () ->
                Finding.warn(
                    "Maven",
                    "not on the PATH",
                    "install Maven 3.8 or newer (needed to build only)"));
  }

  private static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores > 1
        ? Finding.ok("processor cores", Integer.toString(cores))
        : Finding.warn("processor cores", "1", "expect about twice the planned hours");
  }

  private static Finding memory() {
    if (!(ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean machine)) {
      return Finding.warn("memory", "unknown on this Java runtime", "make sure of 4 GiB");
    }
    double gib = machine.getTotalMemorySize() / BYTES_A_GIB;
    String found = String.format(Locale.ROOT, "%.1f GiB", gib);
    return gib >= LEAST_GIB
        ? Finding.ok("memory", found)
        : Finding.warn("memory", found, "use fewer workers: --workers 1");
  }
}
