package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.AlarmRatesFile;
import magicbench.results.history.AlarmStudy;
import magicbench.results.history.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how often the gate sounds, from repetitions of one code with fresh seeds. */
@Command(
    name = "alarms",
    description = "Measure how often the gate sounds without cause, and with one; write the rates.",
    footer = {
      "  magicbench run --scale alarms --fresh-seeds 1 --out /tmp/alarms/1",
      "  magicbench judge --scale alarms --out /tmp/alarms/1",
      "  magicbench history --scale alarms --out /tmp/alarms/1 --add",
      "  magicbench alarms"
    })
final class AlarmsCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private HistoryOption history;

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = "alarms",
      description = "Whose repetitions are read (default: ${DEFAULT-VALUE}).")
  private String scale = "alarms";

  @Option(
      names = "--splits",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Random splits for each rate (default: ${DEFAULT-VALUE}).")
  private int splits;

  AlarmsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (splits < 1) {
      throw new ParameterException(
          spec.commandLine(), "--splits is " + splits + ", but must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    AlarmRates rates =
        AlarmStudy.of(
            history.read(surroundings, scale, "cpu"),
            new Selection().everyClaim(surroundings),
            Rules.OF_GATE,
            splits);
    Path file = history.alarmRates(surroundings);
    AlarmRatesFile.write(file, rates);
    rates.alarms().forEach(alarms -> out.println(text(alarms, rates.runs())));
    TextTable table = new TextTable("CLAIM", "WINDOW", "SPREADS", "SIZE", "FOUND");
    rates
        .power()
        .forEach(
            power ->
                table.row(
                    power.claim(),
                    Integer.toString(power.window()),
                    String.format(Locale.ROOT, "%.1f", power.spreads()),
                    String.format(Locale.ROOT, "%.3f", power.size()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * power.found())));
    table.print(out);
    out.println("Rates: " + file);
    return ExitCode.OK.code();
  }

  private static String text(AlarmRates.Alarms alarms, int runs) {
    return String.format(
        Locale.ROOT,
        "Without cause, a window of %d: %.2f %% suspected, %.2f %% alarmed (%.2f to %.2f %%), %d"
            + " splits of %d runs",
        alarms.window(),
        100 * alarms.suspected(),
        100 * alarms.alarmed(),
        100 * alarms.interval().low(),
        100 * alarms.interval().high(),
        alarms.splits(),
        runs);
  }
}
