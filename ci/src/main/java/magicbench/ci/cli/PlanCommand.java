package magicbench.ci.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import magicbench.results.file.Json;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostTable;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a run would do and cost, and does nothing. */
@Command(
    name = "plan",
    description = "Say what a run would do and cost; run nothing.",
    footer = {
      "  magicbench plan",
      "  magicbench plan --scale paper --workers 8",
      "  magicbench plan --scale laptop --suite interference --format json > plan.json",
      "  magicbench plan --scale gpu --format matrix"
    })
final class PlanCommand implements Callable<Integer> {

  /** How the plan is told. */
  enum Format {
    text,
    json,
    matrix
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private WorkersOption workers;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text (a table of costs), json (the plan itself) or matrix (one line of JSON: the jobs"
              + " that can run apart, for a CI's matrix; default: ${DEFAULT-VALUE}).")
  private Format format = Format.text;

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> print(selection.plan(surroundings), out);
      case json -> out.print(Json.write(selection.plan(surroundings)));
      case matrix -> out.println(Json.canonical(matrix()));
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private JobMatrix matrix() {
    Scale scale = withWorkers(selection.scale(surroundings));
    List<CostEstimator> estimators = estimators();
    OptionalDouble rate = rate(scale, estimators).flopsPerSecond();
    return JobMatrix.of(
        selection.claims(surroundings),
        selection.planner(surroundings),
        estimators,
        plan -> CostTable.of(plan, scale, estimators, rate));
  }

  private void print(Plan plan, PrintWriter out) {
    Scale scale = withWorkers(selection.scale(surroundings));
    List<CostEstimator> estimators = estimators();
    MeasuredRate rate = rate(scale, estimators);
    CostTable costs = CostTable.of(plan, scale, estimators, rate.flopsPerSecond());
    out.println("Scale " + scale.name() + ": " + scale.statement());
    out.println();
    table(costs).print(out);
    out.println();
    out.println("Workers: " + costs.workers() + ", one trial at a time each.");
    out.println(
        String.format(Locale.ROOT, "Rate:    %.3g FLOP/s a worker, ", costs.flopsPerSecond())
            + (costs.rateMeasured() ? "measured: " : "assumed by the scale: ")
            + rate.source()
            + ".");
    out.println("Claims:  " + String.join(", ", plan.trialsByClaim().keySet()));
    out.println("Nothing was run. To run it: magicbench run --scale " + scale.name());
  }

  private List<CostEstimator> estimators() {
    return ServiceLoader.load(CostEstimator.class, surroundings.resources()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private MeasuredRate rate(Scale scale, List<CostEstimator> estimators) {
    return MeasuredRate.in(Places.committedRecords(surroundings, scale.name()), estimators);
  }

  private Scale withWorkers(Scale scale) {
    return scale.withWorkers(workers.or(scale.workers()));
  }

  private static TextTable table(CostTable costs) {
    TextTable table = new TextTable("KIND", "TRIALS", "STEPS", "FLOPS", "HOURS");
    costs.rows().forEach(row -> addRow(table, row));
    addRow(table, costs.total());
    return table;
  }

  private static void addRow(TextTable table, CostTable.Row row) {
    table.row(
        row.kind(),
        Integer.toString(row.trials()),
        text(row.steps()),
        text("%.2e", row.flops()),
        text("%.2f", row.hours()));
  }

  private static String text(OptionalLong number) {
    return number.isPresent() ? Long.toString(number.getAsLong()) : "unknown";
  }

  private static String text(String format, OptionalDouble number) {
    return number.isPresent()
        ? String.format(Locale.ROOT, format, number.getAsDouble())
        : "unknown";
  }
}
