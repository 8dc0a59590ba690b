package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Metric;
import magicbench.results.record.RunRecord;

/**
 * A positive control: on every task, the child models of each method must score more than what
 * knows nothing does. A task that nobody learns can't tell two networks apart.
 */
final class AboveChance implements Control {

  static final String NAME = "above-chance";

  private static final String SCORE = "taskScore";
  private static final String CHANCE = "chanceScore";
  private static final String OF_CHANCE = "OfChance";

  @Override
  public ControlResult check(Inquiry inquiry) {
    Estimate worst =
        margins(inquiry).entrySet().stream()
            .map(task -> margin(inquiry, task.getKey(), task.getValue()))
            .min(Comparator.comparingDouble(AboveChance::low))
            .orElseThrow();
    return new ControlResult(
        NAME,
        "On every task, the networks "
            + (inquiry.claim().metric().against().isEmpty() ? "" : "of both methods ")
            + "score more than "
            + inquiry.subject().untaught()
            + ".",
        low(worst) > 0,
        worst,
        "an interval wholly above 0 on every task");
  }

  private static SortedMap<String, List<Double>> margins(Inquiry inquiry) {
    Metric metric = inquiry.claim().metric();
    String reader = Estimators.reader(inquiry.claim());
    SortedMap<String, List<Double>> margins = new TreeMap<>();
    for (RunRecord run : Sides.of(inquiry).runs()) {
      margins
          .computeIfAbsent(TaskScores.task(reader, run, metric), task -> new ArrayList<>())
          .add(
              TaskScores.figure(reader, run, metric.outcome())
                  - TaskScores.figure(reader, run, chance(metric.outcome())));
    }
    return margins;
  }

  /** The figure of a record that says what of another one is reached without having learnt. */
  private static String chance(String outcome) {
    return outcome.equals(SCORE) ? CHANCE : outcome + OF_CHANCE;
  }

  private static Estimate margin(Inquiry inquiry, String task, List<Double> margins) {
    return Estimates.ofNumbers(
        "points above chance on " + task + ", where they are fewest",
        margins.stream().mapToDouble(Double::doubleValue).toArray(),
        margins.size(),
        inquiry.confidence());
  }

  private static double low(Estimate estimate) {
    return estimate.interval().map(interval -> interval.low()).orElse(Double.NEGATIVE_INFINITY);
  }
}
