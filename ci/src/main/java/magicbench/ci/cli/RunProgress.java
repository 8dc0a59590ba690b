package magicbench.ci.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.TrialRunner;
import magicbench.results.report.ProgressLines;

/** How far a run is, told as the output can show it. */
final class RunProgress {

  private static final Duration LINE_INTERVAL = Duration.ofSeconds(30);

  private RunProgress() {}

  static TrialRunner.Progress of(Surroundings surroundings, Plan plan, PrintWriter out) {
    Map<String, Double> weights = weights(surroundings, plan);
    if (surroundings.terminal()) {
      return new TerminalProgress(out, surroundings.clock(), weights);
    }
    return new ProgressLines(
        line -> {
          out.println(line);
          out.flush();
        },
        surroundings.clock(),
        LINE_INTERVAL,
        weights);
  }

  // Predicted operations where all are known, else every trial counts the same.
  private static Map<String, Double> weights(Surroundings surroundings, Plan plan) {
    Collection<CostEstimator> estimators =
        ServiceLoader.load(CostEstimator.class, surroundings.resources()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    Map<String, Double> weights = new TreeMap<>();
    for (Trial trial : plan.trials()) {
      estimators.stream()
          .flatMap(estimator -> estimator.estimate(trial).stream())
          .findFirst()
          .ifPresent(cost -> weights.put(trial.id(), cost.flops()));
    }
    if (weights.size() < plan.trials().size()) {
      plan.trials().forEach(trial -> weights.put(trial.id(), 1.0));
    }
    return weights;
  }
}
