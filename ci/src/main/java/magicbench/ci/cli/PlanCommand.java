package magicbench.ci.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import magicbench.results.file.Json;
import magicbench.results.packing.Forecast;
import magicbench.results.packing.Makespan;
import magicbench.results.packing.Urgency;
import magicbench.results.plan.ClaimCost;
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
      "  magicbench plan --scale gpu --format matrix",
      "  magicbench plan --scale paper --format slurm --out /shared/paper",
      "  magicbench plan --scale paper --format k8s --out paper --image IMAGE --volume CLAIM"
    })
final class PlanCommand implements Callable<Integer> {

  /** How the plan is told. */
  enum Format {
    text,
    json,
    matrix,
    slurm,
    k8s
  }

  private static final double SECONDS_AN_HOUR = 3600;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private WorkersOption workers;
  @Mixin private ClusterOptions cluster;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description =
          "text (a table of costs), json (the plan itself), matrix (one line of JSON: the jobs"
              + " that can run apart, for a CI's matrix), slurm (scripts for arrays of jobs) or k8s"
              + " (Kubernetes' Jobs; default: ${DEFAULT-VALUE}). --workers: elements at once.")
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
      case slurm -> clusterPlan().writeSlurm(out);
      case k8s -> clusterPlan().writeKubernetes(out);
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private ClusterPlan clusterPlan() {
    int atOnce = workers.or(selection.scale(surroundings).workers());
    return new ClusterPlan(surroundings, selection, cluster, atOnce);
  }

  private JobMatrix matrix() {
    Scale scale = withWorkers(selection.scale(surroundings));
    List<CostEstimator> estimators = surroundings.estimators();
    OptionalDouble rate = rate(scale, estimators).flopsPerSecond();
    return JobMatrix.of(
        selection.claims(surroundings),
        selection.planner(surroundings),
        estimators,
        plan -> CostTable.of(plan, scale, estimators, rate));
  }

  private void print(Plan plan, PrintWriter out) {
    Scale scale = withWorkers(selection.scale(surroundings));
    List<CostEstimator> estimators = surroundings.estimators();
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
    end(plan, costs, estimators).ifPresent(hours -> out.println("End:     " + hours));
    if (!plan.trialsByClaim().isEmpty()) {
      out.println();
      claims(ClaimCost.of(plan, estimators), costs).print(out);
      out.println();
      out.println(
          "Hours of one worker: GPU hours, where each has a GPU. Claims share trials, so that"
              + " together they cost less than their sum.");
    }
    out.println("Nothing was run. To run it: magicbench run --scale " + scale.name());
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

  /** When all would be done, if each trial starts as soon as it can. */
  private static Optional<String> end(Plan plan, CostTable costs, List<CostEstimator> estimators) {
    if (costs.total().hours().isEmpty()) {
      return Optional.empty();
    }
    Forecast forecast = Forecast.ofOperations(estimators, costs.flopsPerSecond());
    Map<String, Double> seconds = new HashMap<>();
    plan.trials().forEach(trial -> seconds.put(trial.id(), forecast.seconds(trial).orElseThrow()));
    double last =
        Makespan.seconds(
            plan.trials(), seconds, costs.workers(), Urgency.of(plan.trials(), seconds));
    return Optional.of(
        String.format(
            Locale.ROOT,
            "after %.2f hours, if each trial starts as soon as it can, not kind after kind.",
            last / SECONDS_AN_HOUR));
  }

  private static TextTable claims(List<ClaimCost> claims, CostTable costs) {
    TextTable table = new TextTable("CLAIM, ALONE", "TRIALS", "FLOPS", "HOURS");
    claims.forEach(cost -> table.row(alone(cost.claim(), cost.trials(), cost.flops(), costs)));
    CostTable.Row all = costs.total();
    return table.row(alone("all, each trial once", all.trials(), all.flops(), costs));
  }

  private static String[] alone(String what, int trials, OptionalDouble flops, CostTable costs) {
    OptionalDouble hours =
        flops.isPresent()
            ? OptionalDouble.of(flops.getAsDouble() / costs.flopsPerSecond() / SECONDS_AN_HOUR)
            : OptionalDouble.empty();
    return new String[] {what, Integer.toString(trials), text("%.2e", flops), text("%.2f", hours)};
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
