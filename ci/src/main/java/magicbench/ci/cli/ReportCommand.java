package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import magicbench.results.plan.Scale;
import magicbench.results.published.PublishedTables;
import magicbench.results.record.RunRecord;
import magicbench.results.report.ReportedScale;
import magicbench.results.report.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report site from verdicts that the records bear out. */
@Command(
    name = "report",
    description = "Write the report site from verdicts and records.",
    footer = {"  magicbench report", "  magicbench report --scale smoke --out /tmp/smoke"})
final class ReportCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;

  @Option(
      names = "--alone",
      description = "Leave out what was accepted at other scales (default: it is shown beside).")
  private boolean alone;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Scale scale = selection.scale(surroundings);
    JudgedRun run = JudgedRun.filed(selection, places, surroundings);
    List<ReportedScale> told = new ArrayList<>();
    told.add(new ReportedScale(run.verdicts(), byId(run.records()), scale.studies(), ""));
    if (!alone) {
      told.addAll(new AcceptedScales(surroundings, selection).others());
      told.sort(Comparator.comparingDouble(ReportCommand::priceOfATrial).reversed());
    }
    Path site = places.site(surroundings, scale.name());
    Site.write(told, PublishedTables.fromClasspath(surroundings.resources()), site);
    spec.commandLine().getOut().println("Report: " + site.resolve("index.html"));
    return ExitCode.OK.code();
  }

  /** What a trial took, in processor seconds: how large a scale is. The largest is shown first. */
  private static double priceOfATrial(ReportedScale scale) {
    return scale.recordsById().values().stream()
        .map(record -> record.provenance().cost().cpuSeconds())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  static Map<String, RunRecord> byId(List<RunRecord> records) {
    Map<String, RunRecord> byId = new TreeMap<>();
    records.forEach(record -> byId.put(record.trial().id(), record));
    return byId;
  }
}
