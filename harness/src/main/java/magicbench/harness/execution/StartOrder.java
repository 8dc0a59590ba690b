package magicbench.harness.execution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.ServiceLoader;
import java.util.Set;
import magicbench.results.file.InputException;
import magicbench.results.packing.Urgency;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.Trial;

/**
 * Which trials can start, and which of those first: each after what it needs, the one on the
 * longest way to the end before the others. It says when a trial runs, never what it measures.
 */
final class StartOrder {

  private final Map<String, Integer> missing = new HashMap<>();
  private final Map<String, List<WorkOrder>> askers = new HashMap<>();
  private final Map<String, Ranked> ranked = new HashMap<>();
  private final PriorityQueue<Ranked> ready = new PriorityQueue<>(Ranked.FIRST);

  /** An order with its place in the plan, which decides among equally urgent ones. */
  private record Ranked(WorkOrder order, double urgency, int place) {

    private static final Comparator<Ranked> FIRST =
        Comparator.comparingDouble(Ranked::urgency).reversed().thenComparingInt(Ranked::place);
  }

  /**
   * The order of a run.
   *
   * @param waiting what is to run, needs first
   * @param done the ids of trials that are done already
   * @param workers how many trials run at once: where there are no more of them than that, nobody
   *     has to be asked what they cost
   */
  StartOrder(List<WorkOrder> waiting, Set<String> done, int workers) {
    List<Trial> trials = waiting.stream().map(WorkOrder::trial).toList();
    Urgency urgency = Urgency.of(trials, trials.size() > workers ? costs(trials) : Map.of());
    for (WorkOrder order : waiting) {
      String id = order.trial().id();
      ranked.put(id, new Ranked(order, urgency.of(id), ranked.size()));
      Set<String> needs = new LinkedHashSet<>(order.trial().needs());
      needs.removeIf(done::contains);
      needs.forEach(need -> askers.computeIfAbsent(need, any -> new ArrayList<>()).add(order));
      missing.put(id, needs.size());
      if (needs.isEmpty()) {
        ready.add(ranked.get(id));
      }
    }
  }

  private static Map<String, Double> costs(List<Trial> trials) {
    List<CostEstimator> estimators =
        ServiceLoader.load(CostEstimator.class).stream().map(ServiceLoader.Provider::get).toList();
    Map<String, Double> costs = new HashMap<>();
    for (Trial trial : trials) {
      for (CostEstimator estimator : estimators) {
        cost(estimator, trial, costs);
      }
    }
    return costs;
  }

  private static void cost(CostEstimator estimator, Trial trial, Map<String, Double> costs) {
    try {
      estimator.estimate(trial).ifPresent(cost -> costs.putIfAbsent(trial.id(), cost.flops()));
    } catch (InputException | IllegalArgumentException e) {
      // The trial itself will say what is wrong with its settings; here its cost is unknown.
      return;
    }
  }

  boolean hasNext() {
    return !ready.isEmpty();
  }

  /** The most urgent trial that can start; there is one. */
  WorkOrder next() {
    return ready.remove().order();
  }

  /** Trials that wait for one. */
  List<WorkOrder> askers(String trialId) {
    return askers.getOrDefault(trialId, List.of());
  }

  /** What a trial made can be read now. */
  void done(String trialId) {
    for (WorkOrder asker : askers(trialId)) {
      String id = asker.trial().id();
      if (missing.merge(id, -1, Integer::sum) == 0) {
        ready.add(ranked.get(id));
      }
    }
  }
}
