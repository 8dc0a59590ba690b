package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.harness.search.ParetoFront;
import magicbench.harness.search.SearchTrace;
import magicbench.harness.space.NetworkSize;
import magicbench.results.record.Table;

/**
 * Numbers and tables of what a search did.
 *
 * @param size counts parameters and FLOPs
 * @param trace every scored child model
 */
record SearchReport(NetworkSize size, SearchTrace trace) {

  /**
   * A scored child model and what it costs.
   *
   * @param order when it was scored, from 1
   * @param evaluation the child model and its loss
   * @param parameters those that all child models share included
   * @param forwardFlops of one sequence
   */
  private record Scored(
      int order, SearchTrace.Evaluation evaluation, double parameters, double forwardFlops) {

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
    return metrics;
  }

  /** Every evaluation in its order, and those that none beats in loss, parameters and FLOPs. */
  SortedMap<String, Table> tables() {
    List<Scored> all = IntStream.range(0, trace.evaluations().size()).mapToObj(this::at).toList();
    List<ToDoubleFunction<Scored>> costs =
        List.of(Scored::loss, Scored::parameters, Scored::forwardFlops);
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
        size.forwardFlops(evaluation.child()));
  }

  private static Table table(List<Scored> rows) {
    TableBuilder table =
        new TableBuilder(
            List.of("order", "loss", "parameters", "forwardFlops"), List.of("architecture"));
    for (Scored row : rows) {
      table
          .number("order", row.order())
          .number("loss", row.loss())
          .number("parameters", row.parameters())
          .number("forwardFlops", row.forwardFlops())
          .text("architecture", row.evaluation().child().toString())
          .endRow();
    }
    return table.build();
  }
}
