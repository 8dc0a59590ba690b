package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.results.history.AlarmRatesFile;
import magicbench.results.history.HistoryEntry;
import magicbench.results.history.HistoryFile;
import picocli.CommandLine.Option;

/** Where histories lie. */
final class HistoryOption {

  @Option(
      names = "--history",
      paramLabel = "DIR",
      description = "Where what earlier runs found lies (default: results/history).")
  private Optional<Path> folder = Optional.empty();

  Path file(Surroundings surroundings, String scale, String device) {
    return HistoryFile.in(folder(surroundings), scale, device);
  }

  Path alarmRates(Surroundings surroundings) {
    return folder(surroundings).resolve(AlarmRatesFile.NAME);
  }

  List<HistoryEntry> read(Surroundings surroundings, String scale, String device) {
    return HistoryFile.read(file(surroundings, scale, device));
  }

  private Path folder(Surroundings surroundings) {
    return folder.orElseGet(() -> surroundings.root().resolve("results").resolve("history"));
  }
}
