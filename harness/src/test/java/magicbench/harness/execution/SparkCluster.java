package magicbench.harness.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import magicbench.harness.execution.spark.SparkExecutor;
import magicbench.results.record.TrialRunner;

/** A real Spark cluster on this machine, of Maven's jars: a master and workers of one core each. */
public final class SparkCluster implements AutoCloseable {

  private static final Path ROOT = Path.of(System.getProperty("magicbench.root"));

  private final Path folder;

  private SparkCluster(Path folder) {
    this.folder = folder;
  }

  public static SparkCluster start(Path folder, int workers) throws IOException {
    return start(folder, workers, "");
  }

  /** With options of Java for the workers. */
  public static SparkCluster start(Path folder, int workers, String options) throws IOException {
    SparkCluster cluster = new SparkCluster(folder);
    script(options, "start", folder.toString(), Integer.toString(workers));
    return cluster;
  }

  private static void script(String options, String... arguments) throws IOException {
    Path said = Files.createTempFile("spark-cluster", ".log");
    List<String> command =
        new ArrayList<>(List.of(ROOT.resolve("ci/scripts/spark-cluster").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("SPARK_WORKER_OPTS", options);
    Process script = builder.start();
    script.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    if (script.exitValue() != 0) {
      throw new IllegalStateException(command + ": " + Files.readString(said));
    }
  }

  public String url() throws IOException {
    return Files.readString(folder.resolve("url"), StandardCharsets.UTF_8).strip();
  }

  public TrialRunner runner() throws IOException {
    return runner(url(), Map.of());
  }

  public static TrialRunner runner(String url, Map<String, String> more) {
    TreeMap<String, String> settings = new TreeMap<>();
    settings.put("master", url);
    settings.put("root", ROOT.toString());
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.driver.memory", "256m");
    settings.putAll(more);
    return new SparkExecutor().runner(settings);
  }

  /** The executors' processes that there are now. */
  public List<ProcessHandle> executors() throws IOException {
    List<ProcessHandle> executors = new ArrayList<>();
    for (ProcessHandle worker : workers()) {
      worker.children().forEach(executors::add);
    }
    return executors;
  }

  private List<ProcessHandle> workers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("worker-.*\\.pid"))
          .flatMap(SparkCluster::process)
          .toList();
    }
  }

  private static Stream<ProcessHandle> process(Path file) {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Kills whatever runs a trial, as a machine does that loses its power. */
  public void killBusyExecutor() throws IOException {
    busy(executors()).destroyForcibly();
  }

  /** Kills a trial's executor and the worker daemon that would start another one there. */
  public void killBusyMachine() throws IOException {
    ProcessHandle executor = busy(executors());
    executor.parent().orElseThrow().destroyForcibly();
    executor.destroyForcibly();
  }

  private static ProcessHandle busy(List<ProcessHandle> executors) {
    return executors.stream()
        .filter(executor -> executor.children().findAny().isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Waits until a condition holds, a minute at most. */
  static void await(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("waited a minute: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** Something to wait for. */
  interface Condition {
    boolean holds() throws Exception;
  }

  @Override
  public void close() throws IOException {
    script("", "stop", folder.toString());
  }
}
