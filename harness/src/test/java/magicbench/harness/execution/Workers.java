package magicbench.harness.execution;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import magicbench.harness.experiment.Experiments;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;

/** Starts worker processes by hand, so that tests can kill them. */
final class Workers {

  private Workers() {}

  /** A worker on the store {@code folder/cache} whose system properties include some more. */
  static Process start(Path folder, Properties more, Trial trial, Trial... needs)
      throws IOException {
    Path orderFile =
        Files.writeString(folder.resolve("order.json"), Json.write(order(folder, trial, needs)));
    Properties properties = new Properties();
    properties.putAll(System.getProperties());
    properties.putAll(more);
    return WorkerCommand.write(folder, properties)
        .start(orderFile, folder.resolve("log"), Map.of());
  }

  static WorkOrder order(Path folder, Trial trial, Trial... needs) {
    Fingerprints fingerprints = new Fingerprints(new Experiments(), WorkerCommand.THREADS);
    SortedMap<String, Fingerprint> needed = new TreeMap<>();
    for (Trial need : needs) {
      needed.put(need.id(), fingerprints.of(need, List.of()));
    }
    return new WorkOrder(
        trial,
        "tiny",
        folder.resolve("cache").toString(),
        fingerprints.of(trial, needed.values()),
        needed,
        fingerprints.classPathStamp(),
        false,
        new Experiments().of(trial.kind()).sharesProcess(trial));
  }

  static void awaitLine(Process worker, Predicate<String> wanted) throws IOException {
    BufferedReader lines = worker.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !wanted.test(line)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the worker ended without the line that was waited for");
    }
  }
}
