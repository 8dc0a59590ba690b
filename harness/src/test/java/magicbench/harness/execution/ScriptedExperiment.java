package magicbench.harness.execution;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import magicbench.harness.experiment.DeviceKind;
import magicbench.harness.experiment.Experiment;
import magicbench.harness.experiment.ExperimentContext;
import magicbench.harness.experiment.TrialResult;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * Does what its settings say, without an engine: {@code act}, {@code file} to wait for, {@code
 * millis}.
 */
public final class ScriptedExperiment implements Experiment {

  public static final String KIND = "scripted";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return trial.settings().path("act").asText().equals("gpu") ? DeviceKind.GPU : DeviceKind.CPU;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    JsonNode settings = trial.settings();
    context.moved(0, "scripted");
    return switch (settings.path("act").asText()) {
      case "throw" -> throw new IllegalStateException("scripted\nfailure");
      case "input-fault" -> throw new InputException("script", "is wrong", "correct it");
      case "halt" -> halt();
      case "diverge" -> result(Outcome.DIVERGED, trial);
      case "wait" -> await(Path.of(settings.path("file").asText()), trial);
      case "pause" -> pause(settings.path("millis").asLong(), trial);
      default -> result(Outcome.COMPLETED, trial);
    };
  }

  private static TrialResult halt() {
    Runtime.getRuntime().halt(9);
    throw new IllegalStateException("halted");
  }

  /** For benchmarks: equal trials, whatever else the machine does. */
  private static TrialResult pause(long millis, Trial trial) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return result(Outcome.COMPLETED, trial);
  }

  private static TrialResult await(Path file, Trial trial) {
    while (!Files.exists(file)) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
    return result(Outcome.COMPLETED, trial);
  }

  private static TrialResult result(Outcome outcome, Trial trial) {
    TreeMap<String, Double> metrics = new TreeMap<>();
    metrics.put("seedSquared", (double) trial.seed() * trial.seed());
    Optional.ofNullable(System.getenv(Gpus.VISIBLE))
        .ifPresent(gpu -> metrics.put("gpu", Double.valueOf(gpu)));
    return new TrialResult(outcome, "", metrics, new TreeMap<>(), new TreeMap<>(), List.of());
  }
}
