package magicbench.results.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.StreamSupport;
import magicbench.results.plan.CostEstimator.TrialCost;

/**
 * What a plan would cost, kind by kind. Empty means unknown; it is never a zero.
 *
 * @param flopsPerSecond the rate of one worker that the hours assume
 * @param rateMeasured whether that rate was measured rather than taken from the scale
 * @param workers how many trials are assumed to run at once
 * @param rows one a kind, in the plan's order
 * @param total everything, one kind after the other; unknown where one of the kinds is
 */
public record CostTable(
    double flopsPerSecond, boolean rateMeasured, int workers, List<Row> rows, Row total) {

  private static final double SECONDS_PER_HOUR = 3600;

  /** Keeps an immutable copy. */
  public CostTable {
    rows = List.copyOf(rows);
  }

  /**
   * The cost of a number of trials.
   *
   * @param kind the kind of trial, or {@code total}
   * @param trials how many
   * @param steps training steps of all together
   * @param flops floating-point operations of all together
   * @param hours from start to end, on as many workers as the table says
   */
  public record Row(
      String kind, int trials, OptionalLong steps, OptionalDouble flops, OptionalDouble hours) {}

  /**
   * Estimates a plan.
   *
   * @param plan the plan
   * @param scale its scale, for the workers and the assumed rate
   * @param estimators who knows what a trial costs; the first that knows is believed
   * @param measuredFlopsPerSecond one worker's rate where it was measured, above 0
   * @return the table
   */
  public static CostTable of(
      Plan plan,
      Scale scale,
      Iterable<? extends CostEstimator> estimators,
      OptionalDouble measuredFlopsPerSecond) {
    double rate = measuredFlopsPerSecond.orElse(scale.assumedFlopsPerSecond());
    Map<String, List<Optional<TrialCost>>> costs = new LinkedHashMap<>();
    for (Trial trial : plan.trials()) {
      costs.computeIfAbsent(trial.kind(), kind -> new ArrayList<>()).add(cost(trial, estimators));
    }
    List<Row> rows = new ArrayList<>();
    costs.forEach((kind, ofKind) -> rows.add(row(kind, ofKind, rate, scale.workers())));
    return new CostTable(
        rate, measuredFlopsPerSecond.isPresent(), scale.workers(), rows, total(rows));
  }

  static Optional<TrialCost> cost(Trial trial, Iterable<? extends CostEstimator> estimators) {
    return StreamSupport.stream(estimators.spliterator(), false)
        .flatMap(estimator -> estimator.estimate(trial).stream())
        .findFirst();
  }

  private static Row row(String kind, List<Optional<TrialCost>> costs, double rate, int workers) {
    if (costs.stream().anyMatch(Optional::isEmpty)) {
      return new Row(
          kind, costs.size(), OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
    List<TrialCost> known = costs.stream().flatMap(Optional::stream).toList();
    return new Row(
        kind,
        costs.size(),
        OptionalLong.of(known.stream().mapToLong(TrialCost::steps).sum()),
        OptionalDouble.of(known.stream().mapToDouble(TrialCost::flops).sum()),
        OptionalDouble.of(longestWorker(known, workers) / rate / SECONDS_PER_HOUR));
  }

  // Each trial goes to the worker that is free first.
  private static double longestWorker(Collection<TrialCost> costs, int workers) {
    PriorityQueue<Double> busyFlops = new PriorityQueue<>();
    for (int i = 0; i < workers; i++) {
      busyFlops.add(0.0);
    }
    double longest = 0;
    for (TrialCost cost : costs) {
      double end = busyFlops.remove() + cost.flops();
      busyFlops.add(end);
      longest = Math.max(longest, end);
    }
    return longest;
  }

  private static Row total(List<Row> rows) {
    boolean known = rows.stream().allMatch(row -> row.hours().isPresent());
    int trials = rows.stream().mapToInt(Row::trials).sum();
    if (!known) {
      return new Row(
          "total", trials, OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
    return new Row(
        "total",
        trials,
        OptionalLong.of(rows.stream().mapToLong(row -> row.steps().orElseThrow()).sum()),
        OptionalDouble.of(rows.stream().mapToDouble(row -> row.flops().orElseThrow()).sum()),
        OptionalDouble.of(rows.stream().mapToDouble(row -> row.hours().orElseThrow()).sum()));
  }
}
