package magicbench.harness.execution.spark;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.TaskInfo;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells what Spark says of trials: where each begins, how it moves on, and which attempt was lost.
 */
final class JobWatch extends SparkListener {

  /** The local property that names a job's trial. */
  static final String TRIAL = "magicbench.trial";

  private static final int LONGEST_REASON = 300;

  private final Consumer<String> out;
  private final long words;
  private final Map<Integer, String> trials = new HashMap<>();
  private final Map<Long, Integer> told = new HashMap<>();
  private final Set<String> executors = new HashSet<>();

  /**
   * A watch.
   *
   * @param out takes lines, see {@link Words}
   * @param words the id of the accumulator that tasks say their lines to
   */
  JobWatch(Consumer<String> out, long words) {
    this.out = out;
    this.words = words;
  }

  /** How many executors there are now. */
  synchronized int executors() {
    return executors.size();
  }

  @Override
  public synchronized void onExecutorAdded(SparkListenerExecutorAdded event) {
    executors.add(event.executorId());
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
    executors.remove(event.executorId());
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    String trial = job.properties().getProperty(TRIAL);
    CollectionConverters.asJava(job.stageIds())
        .forEach(stage -> trials.put(((Number) stage).intValue(), trial));
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart task) {
    trial(task.stageId())
        .ifPresent(
            trial ->
                out.accept(
                    Words.line(Words.MOVED, trial, "0", "begins on " + place(task.taskInfo()))));
  }

  private Optional<String> trial(int stage) {
    return Optional.ofNullable(trials.get(stage));
  }

  private static String place(TaskInfo task) {
    return "host " + task.host() + ", executor " + task.executorId();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    told.remove(task.taskInfo().taskId());
    if (task.reason() instanceof TaskFailedReason reason) {
      trial(task.stageId())
          .ifPresent(
              trial ->
                  out.accept(
                      Words.line(
                          Words.LOST,
                          trial,
                          "attempt "
                              + task.taskInfo().attemptNumber()
                              + " on "
                              + place(task.taskInfo())
                              + " was lost: "
                              + oneLine(reason.toErrorString()))));
    } else {
      trials.remove(task.stageId());
    }
  }

  static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + " …" : line;
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
    CollectionConverters.asJava(heartbeat.accumUpdates())
        .forEach(
            task ->
                CollectionConverters.asJava(task._4()).stream()
                    .filter(found -> found.id() == words && found.update().isDefined())
                    .forEach(found -> tell(((Number) task._1()).longValue(), found)));
  }

  /** What is kept is told once, the last line with every heartbeat. */
  private void tell(long task, AccumulableInfo found) {
    if (found.update().get() instanceof List<?> lines && !lines.isEmpty()) {
      int known = told.getOrDefault(task, 1);
      lines.subList(Math.min(known, lines.size()), lines.size()).forEach(this::tell);
      tell(lines.get(0));
      told.put(task, lines.size());
    }
  }

  private void tell(Object line) {
    if (!line.toString().isEmpty()) {
      out.accept(line.toString());
    }
  }
}
