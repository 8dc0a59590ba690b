package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import magicbench.results.plan.PlanFile;
import magicbench.results.record.RunRecord;
import magicbench.results.report.Site;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the report site from verdicts and records; computes nothing. */
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
    Verdicts verdicts = places.readVerdicts(surroundings, scale);
    Map<String, RunRecord> records = new TreeMap<>();
    RecordFolder.read(places.records(surroundings, scale), trials(verdicts, scale))
        .forEach(record -> records.put(record.trial().id(), record));
    Path site = places.site(surroundings, scale);
    Site.write(List.of(verdicts), records, site);
    spec.commandLine().getOut().println("Report: " + site.resolve("index.html"));
    return ExitCode.OK.code();
  }

  // The judged trials, and what they needed where the plan is at hand.
  private Set<String> trials(Verdicts verdicts, String scale) {
    Set<String> ids = new TreeSet<>();
    verdicts.judgements().forEach(judgement -> ids.addAll(judgement.trials()));
    Path plan = places.plan(surroundings, scale);
    if (Files.exists(plan)) {
      PlanFile.read(plan).trials().forEach(trial -> ids.add(trial.id()));
    }
    return ids;
  }
}
