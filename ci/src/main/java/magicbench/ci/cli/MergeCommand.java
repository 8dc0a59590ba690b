package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import magicbench.results.packing.PackFile;
import magicbench.results.record.RecordMerge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings together the records that several jobs made. */
@Command(
    name = "merge",
    description = "Bring together the records that several jobs made; needs no engine.",
    footer = {
      "  magicbench merge --scale gpu --from job-1/records --from job-2/records",
      "  magicbench merge --scale gpu --records all/records --from job-1 job-2 job-3"
    })
final class MergeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Places places;

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = "laptop",
      description = "The scale of all the records (default: ${DEFAULT-VALUE}).")
  private String scale = "laptop";

  @Option(
      names = "--from",
      paramLabel = "DIR",
      arity = "1..*",
      required = true,
      description =
          "A folder of records; several, or the option again. Records of one trial must have"
              + " measured the same; what is in the folder of --records stays.")
  private List<Path> from = List.of();

  @Option(
      names = "--packs",
      paramLabel = "FILE",
      description =
          "packs.json of a run that was shared out: tell what its elements took, against what was"
              + " predicted.")
  private Optional<Path> packs = Optional.empty();

  MergeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Path folder = places.records(surroundings, scale);
    RecordMerge.Summary done =
        RecordMerge.into(folder, from, scale, () -> tellOfWaiting(out, folder));
    out.println(done.records() + " records in " + folder + ": " + done.written() + " written now");
    packs.ifPresent(file -> Predictions.tell(PackFile.read(file), folder, out));
    return ExitCode.OK.code();
  }

  private static void tellOfWaiting(PrintWriter out, Path folder) {
    out.println("Another merge is at work in " + folder + "; waiting for it.");
    out.flush();
  }
}
