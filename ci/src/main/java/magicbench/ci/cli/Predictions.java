package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.results.packing.Forecast;
import magicbench.results.packing.Foretold;
import magicbench.results.packing.Pack;
import magicbench.results.packing.Packs;
import magicbench.results.plan.Scale;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** What trials were predicted to take, against what they took. */
final class Predictions {

  private Predictions() {}

  /** One line on the trials of a run that were not reused; nothing where none was. */
  static void tell(
      Collection<RunRecord> made, Scale scale, Surroundings surroundings, PrintWriter out) {
    List<Foretold> kinds =
        made.isEmpty() ? List.of() : Foretold.ofTrials(forecast(made, scale, surroundings), made);
    double predicted = kinds.stream().mapToDouble(Foretold::predictedSeconds).sum();
    if (predicted > 0) {
      double took = kinds.stream().mapToDouble(Foretold::tookSeconds).sum();
      String factors =
          kinds.stream()
              .filter(kind -> kind.factor().isPresent())
              .map(kind -> kind.what() + " " + factor(kind))
              .collect(Collectors.joining(", "));
      out.println(
          "Predicted "
              + Durations.text(predicted)
              + " of trials, took "
              + Durations.text(took)
              + "; took times predicted: "
              + factors);
    }
  }

  private static Forecast forecast(
      Collection<RunRecord> made, Scale scale, Surroundings surroundings) {
    Set<String> devices = made.stream().map(Predictions::device).collect(Collectors.toSet());
    Path folder = Places.committedRecords(surroundings, scale.name());
    List<RunRecord> measured =
        Files.isDirectory(folder)
            ? RecordFile.readAll(folder).stream()
                .filter(record -> devices.contains(device(record)))
                .toList()
            : List.of();
    return Forecast.corrected(surroundings.estimators(), scale.assumedFlopsPerSecond(), measured);
  }

  private static String device(RunRecord record) {
    String device = record.provenance().engine().device();
    return device == null ? "unknown" : device;
  }

  /** A table of the stages of a run that was shared out. */
  static void tell(Packs packs, Path folder, PrintWriter out) {
    List<String> ids =
        packs.stages().stream()
            .flatMap(stage -> stage.packs().stream())
            .map(Pack::trials)
            .flatMap(List::stream)
            .toList();
    Map<String, RunRecord> byId = new HashMap<>();
    RecordFile.readPresent(folder, ids).forEach(record -> byId.put(record.trial().id(), record));
    TextTable table =
        new TextTable("STAGE", "ELEMENTS", "PREDICTED", "TOOK", "TIMES", "LONGEST TOOK");
    Foretold.ofElements(packs, byId)
        .forEach(
            stage ->
                table.row(
                    stage.what(),
                    Integer.toString(stage.parts()),
                    Durations.text(stage.predictedSeconds()),
                    Durations.text(stage.tookSeconds()),
                    factor(stage),
                    Durations.text(stage.longestTookSeconds())));
    table.print(out);
  }

  private static String factor(Foretold foretold) {
    return foretold.factor().isPresent()
        ? String.format(Locale.ROOT, "%.2f", foretold.factor().getAsDouble())
        : "-";
  }
}
