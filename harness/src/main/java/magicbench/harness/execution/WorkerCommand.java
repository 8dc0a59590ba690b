package magicbench.harness.execution;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.file.WholeFile;

/** The command line of a worker: an argument file, because class paths outgrow command lines. */
final class WorkerCommand implements Launcher {

  /** Threads of one tensor operation: one is bit-exact, and workers use the other cores. */
  static final int THREADS = 1;

  /** The C library keeps freed pages, so that a step's arrays reuse those of the step before. */
  private static final String KEEP_FREED_BYTES = "4000000000";

  private static final String HEAP = "magicbench.worker.heap";
  private static final String DEFAULT_HEAP = "1g";

  /** The argument file's name. */
  static final String FILE = "worker.args";

  private final Path arguments;
  private final Map<String, String> environment;

  private WorkerCommand(Path arguments, Map<String, String> environment) {
    this.arguments = arguments;
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts workers by an argument file that is there.
   *
   * @param arguments the file
   * @param environment variables of every worker, beyond this process's own
   */
  static WorkerCommand of(Path arguments, Map<String, String> environment) {
    return new WorkerCommand(arguments, environment);
  }

  /**
   * Writes the argument file.
   *
   * @param folder where to
   * @param properties this process's; what concerns workers is passed on
   */
  static WorkerCommand write(Path folder, Properties properties) {
    Path file = folder.resolve(FILE);
    String text =
        arguments(properties).stream()
            .map(WorkerCommand::quoted)
            .collect(Collectors.joining("\n", "", "\n"));
    WholeFile.write(file, text);
    return new WorkerCommand(file, Map.of());
  }

  private static List<String> arguments(Properties properties) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx" + properties.getProperty(HEAP, DEFAULT_HEAP));
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-XX:TieredStopAtLevel=1"); // see harness/DECISIONS.md
    arguments.add("-XX:+ErrorFileToStderr"); // a crash is told in the trial's log
    arguments.add("-Dai.djl.offline=true");
    arguments.add("-Dai.djl.pytorch.num_threads=" + THREADS);
    arguments.add("-Dai.djl.pytorch.num_interop_threads=" + THREADS);
    for (String name : new TreeSet<>(properties.stringPropertyNames())) {
      if (name.startsWith("magicbench.") || name.equals("maven.repo.local")) {
        arguments.add("-D" + name + "=" + properties.getProperty(name));
      }
    }
    arguments.add("-cp");
    arguments.add(absolute(properties.getProperty("java.class.path")));
    return arguments;
  }

  /** A worker on another machine begins in another folder. */
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public Process start(Path orderFile, Path log, Map<String, String> more) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + arguments,
            Worker.class.getName(),
            orderFile.toString());
    Map<String, String> variables = builder.environment();
    variables.put("OMP_NUM_THREADS", Integer.toString(THREADS));
    variables.put("OPT_OUT_TRACKING", "true");
    variables.put("TOKENIZERS_PARALLELISM", "false");
    variables.put("MALLOC_TRIM_THRESHOLD_", KEEP_FREED_BYTES);
    variables.put("MALLOC_MMAP_THRESHOLD_", KEEP_FREED_BYTES);
    variables.putAll(environment);
    variables.putAll(more);
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
  }

  /** Deletes the folder that the argument file lies in. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be deleted", e);
    }
  }
}
