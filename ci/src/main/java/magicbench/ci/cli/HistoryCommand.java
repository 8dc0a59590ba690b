package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import magicbench.results.history.Drift;
import magicbench.results.history.HistoryEntry;
import magicbench.results.history.HistoryFile;
import magicbench.results.history.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what earlier runs found, and adds a run to them. */
@Command(
    name = "history",
    description = "Show what earlier runs of a scale found; add a judged run to them.",
    footer = {"  magicbench history", "  magicbench history --scale smoke --add"})
final class HistoryCommand implements Callable<Integer> {

  private static final int COMMIT = 8;
  private static final int LATEST = 10;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;
  @Mixin private HistoryOption history;

  @Option(names = "--add", description = "Add the run whose verdicts lie in the folder of --out.")
  private boolean add;

  @Option(
      names = "--device",
      paramLabel = "KIND",
      defaultValue = "cpu",
      description = "Whose history is shown: cpu or gpu (default: ${DEFAULT-VALUE}).")
  private String device = "cpu";

  HistoryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (add) {
      add(out);
    } else {
      show(history.read(surroundings, selection.scaleName(), device), out);
    }
    return ExitCode.OK.code();
  }

  private void add(PrintWriter out) {
    JudgedRun run = JudgedRun.filed(selection, places, surroundings);
    String kind = Devices.of(run.verdicts());
    Path file = history.file(surroundings, selection.scaleName(), kind);
    int added = HistoryFile.append(file, RunWatch.entries(run, selection, surroundings));
    out.println(file + ": " + (added == 1 ? "1 line" : added + " lines") + " added");
  }

  private static void show(List<HistoryEntry> entries, PrintWriter out) {
    if (entries.isEmpty()) {
      out.println("No run of this scale is remembered.");
      return;
    }
    TextTable table = new TextTable("CLAIM", "DAY", "COMMIT", "SEEDS", "VERDICT", "EFFECT");
    entries.stream()
        .map(HistoryEntry::claim)
        .distinct()
        .sorted()
        .forEach(
            claim -> {
              List<HistoryEntry> own =
                  entries.stream().filter(entry -> entry.claim().equals(claim)).toList();
              own.subList(Math.max(0, own.size() - LATEST), own.size())
                  .forEach(entry -> row(table, entry));
            });
    table.print(out);
    Drift.of(Rules.OF_GATE, entries).stream()
        .filter(drift -> drift.adjustedPValue() <= Rules.OF_GATE.level())
        .forEach(drift -> out.println(text(drift)));
  }

  private static void row(TextTable table, HistoryEntry entry) {
    String commit = entry.commit();
    table.row(
        entry.claim(),
        entry.day().orElse("unknown"),
        commit.substring(0, Math.min(COMMIT, commit.length())),
        Integer.toString(entry.perSeed().size()),
        entry.verdict(),
        entry.effect().map(effect -> String.format(Locale.ROOT, "%.3f", effect)).orElse("none"));
  }

  private static String text(Drift drift) {
    return String.format(
        Locale.ROOT,
        "-> drift: %s: mean effect %.3f until commit %s, %.3f since, %d runs, Pettitt's p = %.2g",
        drift.claim(),
        drift.before(),
        drift.since(),
        drift.after(),
        drift.runs(),
        drift.adjustedPValue());
  }
}
