package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import magicbench.results.record.RunRecord;
import magicbench.results.report.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String scale = selection.scaleName();
    JudgedRun run = JudgedRun.filed(selection, places, surroundings);
    Map<String, RunRecord> records = new TreeMap<>();
    run.records().forEach(record -> records.put(record.trial().id(), record));
    Path site = places.site(surroundings, scale);
    Site.write(List.of(run.verdicts()), records, site);
    spec.commandLine().getOut().println("Report: " + site.resolve("index.html"));
    return ExitCode.OK.code();
  }
}
