package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;

/** What one method's child models score on labelled tasks: one number a seed and task. */
final class TaskScores {

  private final List<Long> seeds;
  private final List<String> tasks;
  private final double[][] values;

  private TaskScores(List<Long> seeds, List<String> tasks, double[][] values) {
    this.seeds = seeds;
    this.tasks = tasks;
    this.values = values;
  }

  /**
   * Reads one method's scores.
   *
   * @param reader who reads them, for messages
   * @param records one a seed and task, at least one
   * @param metric its cause is the setting that names the task, its outcome the figure
   * @throws InputException when a record lacks the task or the figure, or a seed lacks a task
   */
  static TaskScores of(String reader, List<RunRecord> records, Metric metric) {
    SortedMap<Long, SortedMap<String, Double>> bySeed = new TreeMap<>();
    for (RunRecord record : records) {
      bySeed
          .computeIfAbsent(record.trial().seed(), seed -> new TreeMap<>())
          .put(task(reader, record, metric), figure(reader, record, metric.outcome()));
    }
    SortedMap<String, Double> first = bySeed.get(bySeed.firstKey());
    bySeed.forEach(
        (seed, found) -> {
          if (!found.keySet().equals(first.keySet())) {
            throw new InputException(
                reader,
                "seed " + seed + " has the tasks " + found.keySet() + ", not " + first.keySet(),
                "let every seed be scored on the same tasks");
          }
        });
    return new TaskScores(
        List.copyOf(bySeed.keySet()),
        List.copyOf(first.keySet()),
        bySeed.values().stream()
            .map(found -> found.values().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }

  /** The task of one record. */
  static String task(String reader, RunRecord record, Metric metric) {
    String task = record.trial().settings().path(metric.cause()).asText();
    if (task.isEmpty()) {
      throw missing(reader, record, "has no setting " + metric.cause());
    }
    return task;
  }

  /** A figure of one record. */
  static double figure(String reader, RunRecord record, String name) {
    Double value = record.metrics().get(name);
    if (value == null) {
      throw missing(reader, record, "has no metric " + name);
    }
    return value;
  }

  private static InputException missing(String reader, RunRecord record, String what) {
    return new InputException(
        reader,
        "the record of trial " + record.trial().id() + " " + what,
        "run that trial again with this version, or name another in the claim");
  }

  List<Long> seeds() {
    return seeds;
  }

  List<String> tasks() {
    return tasks;
  }

  /** One row a seed, one number a task. */
  double[][] bySeed() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /** How much higher these are than others of the same seeds and tasks: by seed, then task. */
  double[][] minus(TaskScores other) {
    return IntStream.range(0, values.length)
        .mapToObj(seed -> Gains.differences(values[seed], other.values[seed]))
        .toArray(double[][]::new);
  }

  /** One task's, seed by seed. */
  double[] of(int task) {
    return column(values, task);
  }

  /** One column of a table of rows. */
  static double[] column(double[][] rows, int column) {
    return IntStream.range(0, rows.length).mapToDouble(row -> rows[row][column]).toArray();
  }
}
