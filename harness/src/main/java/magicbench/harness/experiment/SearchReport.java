package magicbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.harness.search.LatencyTable;
import magicbench.harness.search.ParetoFront;
import magicbench.harness.search.SearchTrace;
import magicbench.harness.space.SizedSpace;
import magicbench.results.record.Table;

/**
 * Numbers and tables of what a search did.
 *
 * @param size counts parameters and FLOPs
 * @param latencies how long operators take, where the search was limited by it
 * @param trace every scored child model
 */
record SearchReport(SizedSpace size, Optional<LatencyTable> latencies, SearchTrace trace) {

  /**
   * A scored child model and what it costs.
   *
   * @param order when it was scored, from 1
   * @param evaluation the child model and its loss
   * @param parameters those that all child models share included
   * @param forwardFlops of one sequence
   * @param latencyMillis 0 where it isn't known
   */
  private record Scored(
      int order,
      SearchTrace.Evaluation evaluation,
      double parameters,
      double forwardFlops,
      double latencyMillis) {

    double loss() {
      return evaluation.score();
    }
  }

  SortedMap<String, Double> metrics() {
    SearchTrace.Evaluation best = trace.best();
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("evaluations", (double) trace.evaluations().size());
    metrics.put("foundLoss", best.score());
    metrics.put("foundParameters", (double) size.parameters(best.child()));
    metrics.put("foundForwardFlops", (double) size.forwardFlops(best.child()));
    latencies.ifPresent(table -> metrics.put("foundLatencyMillis", table.millis(best.child())));
    return metrics;
  }

  /**
   * Every evaluation in its order, and those that none beats in loss, parameters, FLOPs and, where
   * it is known, latency.
   */
  SortedMap<String, Table> tables() {
    List<Scored> all = IntStream.range(0, trace.evaluations().size()).mapToObj(this::at).toList();
    List<ToDoubleFunction<Scored>> costs =
        List.of(Scored::loss, Scored::parameters, Scored::forwardFlops, Scored::latencyMillis);
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("evaluations", table(all));
    tables.put("front", table(ParetoFront.of(all, costs)));
    return tables;
  }

  private Scored at(int index) {
    SearchTrace.Evaluation evaluation = trace.evaluations().get(index);
    return new Scored(
        index + 1,
        evaluation,
        size.parameters(evaluation.child()),
        size.forwardFlops(evaluation.child()),
        latencies.map(table -> table.millis(evaluation.child())).orElse(0.0));
  }

  private Table table(List<Scored> rows) {
    List<String> numbers = new ArrayList<>(List.of("order", "loss", "parameters", "forwardFlops"));
    latencies.ifPresent(known -> numbers.add("latencyMillis"));
    TableBuilder table = new TableBuilder(numbers, List.of("architecture"));
    for (Scored row : rows) {
      table
          .number("order", row.order())
          .number("loss", row.loss())
          .number("parameters", row.parameters())
          .number("forwardFlops", row.forwardFlops())
          .text("architecture", row.evaluation().child().toString());
      latencies.ifPresent(known -> table.number("latencyMillis", row.latencyMillis()));
      table.endRow();
    }
    return table.build();
  }
}
