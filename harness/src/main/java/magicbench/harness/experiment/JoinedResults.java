package magicbench.harness.experiment;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.record.Curve;
import magicbench.results.record.Table;

/** Makes one result of the results of child models that were trained one by one in one trial. */
final class JoinedResults {

  /** What adds up; any other number is a mean. */
  private static final List<String> SUMS =
      List.of(
          "backwardPasses",
          "forwardPasses",
          "probeSeconds",
          "scoringSeconds",
          "trainingSeconds",
          "trainingSequences",
          "trainingSteps");

  private final List<TrialResult> results;

  private JoinedResults(List<TrialResult> results) {
    this.results = results;
  }

  /**
   * Joins.
   *
   * @param results in the order of training, at least one; all that came before the last completed
   * @return the last one's outcome; numbers over all of them, and all their rows
   */
  static TrialResult of(List<TrialResult> results) {
    TrialResult last = results.get(results.size() - 1);
    JoinedResults joined = new JoinedResults(results);
    return new TrialResult(
        last.outcome(),
        last.note(),
        joined.metrics(),
        joined.curves(),
        joined.tables(),
        last.data());
  }

  private SortedMap<String, Double> metrics() {
    SortedMap<String, Double> metrics = new TreeMap<>();
    for (String name : results.get(0).metrics().keySet()) {
      metrics.put(name, metric(name));
    }
    return metrics;
  }

  /** Null, unknown, where one of them is. */
  private Double metric(String name) {
    double sum = 0;
    for (TrialResult result : results) {
      Double value = result.metrics().get(name);
      if (value == null) {
        return null;
      }
      sum += value;
    }
    return SUMS.contains(name) ? sum : sum / results.size();
  }

  /** At each step the mean over all that came as far. */
  private SortedMap<String, Curve> curves() {
    SortedMap<String, Curve> curves = new TreeMap<>();
    for (String name : results.get(0).curves().keySet()) {
      SortedMap<Long, Double> means =
          results.stream()
              .map(result -> result.curves().get(name))
              .flatMap(JoinedResults::points)
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      TreeMap::new,
                      Collectors.averagingDouble(Map.Entry::getValue)));
      curves.put(name, new Curve(List.copyOf(means.keySet()), List.copyOf(means.values())));
    }
    return curves;
  }

  private static Stream<Map.Entry<Long, Double>> points(Curve curve) {
    return IntStream.range(0, curve.steps().size())
        .mapToObj(place -> Map.entry(curve.steps().get(place), curve.values().get(place)));
  }

  private SortedMap<String, Table> tables() {
    SortedMap<String, Table> tables = new TreeMap<>();
    for (String name : results.get(0).tables().keySet()) {
      List<Table> parts = results.stream().map(result -> result.tables().get(name)).toList();
      tables.put(
          name,
          new Table(
              parts.stream().mapToInt(Table::rows).sum(),
              columns(parts, Table::numbers),
              columns(parts, Table::texts)));
    }
    return tables;
  }

  private static <T> SortedMap<String, List<T>> columns(
      List<Table> parts, Function<Table, SortedMap<String, List<T>>> kind) {
    SortedMap<String, List<T>> columns = new TreeMap<>();
    for (String name : kind.apply(parts.get(0)).keySet()) {
      columns.put(
          name, parts.stream().flatMap(part -> kind.apply(part).get(name).stream()).toList());
    }
    return columns;
  }
}
