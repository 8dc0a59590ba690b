package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.AlarmRatesFile;
import magicbench.results.history.HistoryEntry;
import magicbench.results.published.PublishedTables;
import magicbench.results.record.RunRecord;
import magicbench.results.report.ReportedScale;
import magicbench.results.report.Site;
import magicbench.results.report.SiteHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report site from verdicts that the records bear out. */
@Command(
    name = "report",
    description = "Write the report site from verdicts and records.",
    footer = {
      "  magicbench report",
      "  magicbench report --scale smoke --out /tmp/smoke",
      "  magicbench report --kept --out /tmp/all",
      "  magicbench report --kept --alone --scale laptop-squad --out /tmp/squad"
    })
final class ReportCommand implements Callable<Integer> {

  private static final String KEPT = "kept";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;
  @Mixin private HistoryOption history;

  @Option(
      names = "--kept",
      description =
          "No run: show what was accepted at every scale (with --alone: at --scale), judged anew"
              + " from the committed records.")
  private boolean kept;

  @Option(
      names = "--alone",
      description = "Leave out what was accepted at other scales (default: it is shown beside).")
  private boolean alone;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    AcceptedScales accepted = new AcceptedScales(surroundings, selection);
    List<ReportedScale> told = new ArrayList<>(kept ? kept(accepted) : List.of(ofRun()));
    if (!alone && !kept) {
      told.addAll(accepted.others());
    }
    told.sort(Comparator.comparingDouble(ReportCommand::priceOfATrial).reversed());
    Path site = places.site(surroundings, kept ? KEPT : selection.scaleName());
    Site.write(
        told, PublishedTables.fromClasspath(surroundings.resources()), remembered(told), site);
    spec.commandLine().getOut().println("Report: " + site.resolve("index.html"));
    return ExitCode.OK.code();
  }

  private List<ReportedScale> kept(AcceptedScales accepted) {
    return alone ? List.of(accepted.one()) : accepted.all();
  }

  private ReportedScale ofRun() {
    JudgedRun run = JudgedRun.filed(selection, places, surroundings);
    return new ReportedScale(
        run.verdicts(), byId(run.records()), selection.scale(surroundings).studies(), "");
  }

  private SiteHistory remembered(List<ReportedScale> told) {
    Optional<AlarmRates> rates = AlarmRatesFile.read(history.alarmRates(surroundings));
    List<HistoryEntry> entries =
        Stream.concat(
                told.stream().map(scale -> scale.verdicts().scale()),
                rates.map(AlarmRates::scale).stream())
            .distinct()
            .flatMap(
                scale ->
                    Stream.of("cpu", "gpu")
                        .flatMap(device -> history.read(surroundings, scale, device).stream()))
            .toList();
    return new SiteHistory(rates, entries);
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
