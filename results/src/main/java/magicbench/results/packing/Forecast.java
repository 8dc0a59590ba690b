package magicbench.results.packing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;

/**
 * How long trials are predicted to take.
 *
 * <p>A trial of known floating-point operations takes them by the median rate of its kind where
 * records tell it, else by the median rate of all records, else by an assumed rate. A trial whose
 * operations nobody knows, or that has none, takes the median time of its kind's records.
 */
public final class Forecast {

  private final Collection<CostEstimator> estimators;
  private final double assumedFlopsPerSecond;
  private final Map<String, Double> secondsOfKind = new TreeMap<>();
  private final Map<String, Double> secondsPerFlopOfKind = new TreeMap<>();
  private final OptionalDouble secondsPerFlop;
  private final int records;
  private final Set<String> taken = new HashSet<>();

  private Forecast(
      Collection<CostEstimator> estimators,
      double assumedFlopsPerSecond,
      Collection<RunRecord> measured) {
    this.estimators = List.copyOf(estimators);
    this.assumedFlopsPerSecond = assumedFlopsPerSecond;
    List<RunRecord> telling = measured.stream().filter(Forecast::tells).toList();
    records = telling.size();
    Map<String, List<Double>> times = new TreeMap<>();
    Map<String, List<Double>> slowness = new TreeMap<>();
    for (RunRecord record : telling) {
      double wall = record.provenance().cost().wallSeconds();
      String kind = record.trial().kind();
      times.computeIfAbsent(kind, any -> new ArrayList<>()).add(wall);
      flops(record.trial())
          .filter(flops -> flops > 0)
          .ifPresent(
              flops -> slowness.computeIfAbsent(kind, any -> new ArrayList<>()).add(wall / flops));
    }
    times.forEach((kind, all) -> secondsOfKind.put(kind, median(all)));
    slowness.forEach((kind, all) -> secondsPerFlopOfKind.put(kind, median(all)));
    List<Double> all = slowness.values().stream().flatMap(List::stream).toList();
    secondsPerFlop = all.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median(all));
  }

  /**
   * A forecast that hangs on nothing but the trials: the same on every machine.
   *
   * @param estimators who knows what a trial costs; the first that knows is believed
   * @param assumedFlopsPerSecond one worker's rate, above 0
   * @return the forecast
   */
  public static Forecast ofOperations(
      Collection<CostEstimator> estimators, double assumedFlopsPerSecond) {
    return new Forecast(estimators, assumedFlopsPerSecond, List.of());
  }

  /**
   * A forecast that is corrected by what was measured.
   *
   * @param estimators who knows what a trial costs; the first that knows is believed
   * @param assumedFlopsPerSecond one worker's rate where no record tells it, above 0
   * @param measured records of the same scale and device kind; those that didn't complete or don't
   *     know their time say nothing
   * @return the forecast
   */
  public static Forecast corrected(
      Collection<CostEstimator> estimators,
      double assumedFlopsPerSecond,
      Collection<RunRecord> measured) {
    return new Forecast(estimators, assumedFlopsPerSecond, measured);
  }

  private static boolean tells(RunRecord record) {
    Double wall = record.provenance().cost().wallSeconds();
    return record.outcome() == Outcome.COMPLETED && wall != null && wall > 0;
  }

  private static double median(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /**
   * Says that some trials need not run, since their records are taken from elsewhere.
   *
   * @param trialIds whose
   * @return this forecast
   */
  public Forecast sparing(Collection<String> trialIds) {
    taken.addAll(trialIds);
    return this;
  }

  /**
   * How long one worker is predicted to take for a trial.
   *
   * @param trial the trial
   * @return seconds, 0 or more; empty where neither estimators nor records know
   */
  public OptionalDouble seconds(Trial trial) {
    if (taken.contains(trial.id())) {
      return OptionalDouble.of(0);
    }
    Optional<Double> flops = flops(trial);
    Double ofKind = secondsOfKind.get(trial.kind());
    if (flops.isEmpty()) {
      return ofKind == null ? OptionalDouble.empty() : OptionalDouble.of(ofKind);
    }
    if (flops.get() == 0) {
      return OptionalDouble.of(ofKind == null ? 0 : ofKind);
    }
    Double slowness = secondsPerFlopOfKind.get(trial.kind());
    return OptionalDouble.of(
        flops.get()
            * (slowness == null ? secondsPerFlop.orElse(1 / assumedFlopsPerSecond) : slowness));
  }

  /**
   * Whether a trial computes with tensors, so that a GPU is worth having.
   *
   * @param trial the trial
   * @return false only where it is known to need no floating-point operation
   */
  public boolean computes(Trial trial) {
    return flops(trial).map(flops -> flops > 0).orElse(true);
  }

  /**
   * Where the predictions come from, for readers.
   *
   * @return a phrase without a stop
   */
  public String source() {
    return records == 0
        ? "operations at the rate that the scale assumes"
        : "operations at the rates of " + records + " records, kind by kind";
  }

  /** Whoever runs the trial says what is wrong with its settings; its cost is unknown. */
  private Optional<Double> flops(Trial trial) {
    try {
      return estimators.stream()
          .flatMap(estimator -> estimator.estimate(trial).stream())
          .findFirst()
          .map(TrialCost::flops);
    } catch (InputException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
