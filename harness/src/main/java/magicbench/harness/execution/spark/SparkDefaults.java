package magicbench.harness.execution.spark;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What trials need of Spark's settings. */
final class SparkDefaults {

  private SparkDefaults() {}

  /**
   * The settings of a run's driver.
   *
   * @param atOnce how many trials may run at once: one an executor
   * @param given what a user gives overrides the others
   */
  static SortedMap<String, String> with(int atOnce, Map<String, String> given) {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("spark.app.name", "magicbench");
    settings.put("spark.submit.deployMode", "client");
    settings.put("spark.cores.max", Integer.toString(atOnce));
    settings.put("spark.executor.instances", Integer.toString(atOnce));
    settings.put("spark.executor.cores", "1"); // a tensor engine's state belongs to a process
    settings.put("spark.task.cpus", "1");
    settings.put("spark.executor.memory", "512m"); // the trial's memory is its worker's
    settings.put("spark.executor.memoryOverhead", "3g"); // the worker, where containers count
    settings.put("spark.executor.heartbeatInterval", "1s"); // progress comes with it
    settings.put("spark.speculation", "false");
    settings.put("spark.task.maxFailures", "4");
    settings.put("spark.locality.wait", "0s");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.log.level", "WARN");
    settings.putAll(given);
    return settings;
  }
}
