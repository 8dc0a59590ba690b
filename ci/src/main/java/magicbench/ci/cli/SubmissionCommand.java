package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import magicbench.ci.submission.GlueSubmission;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;
import magicbench.results.record.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Packs the answers to GLUE's test parts for its server. */
@Command(
    name = "submission",
    description =
        "Pack the answers of fine-tuned models to GLUE's test parts in the form of GLUE's server:"
            + " of several seeds the one in the middle of the development scores.",
    footer = {
      "  magicbench fine-tune --glue /data/glue && magicbench submission",
      "  magicbench submission --records /mnt/runs/fine-tuning --out /tmp/glue.zip"
    })
final class SubmissionCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = FineTuneCommand.SCALE,
      description = "The scale that was fine-tuned at (default: ${DEFAULT-VALUE}).")
  private String scaleName = FineTuneCommand.SCALE;

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "Holds the records (default: where 'magicbench fine-tune' wrote them).")
  private Optional<Path> records = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The archive to write (default: target/magicbench/SCALE/glue-submission.zip).")
  private Optional<Path> archive = Optional.empty();

  SubmissionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder = records.orElseGet(() -> FineTuneCommand.recordsFolder(surroundings, scaleName));
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder.toString(),
          "is no folder",
          "check the path, or run 'magicbench fine-tune --glue DIR' first");
    }
    GlueSubmission submission = GlueSubmission.of(RecordFile.readAll(folder));
    if (submission.files().isEmpty()) {
      throw new InputException(
          folder.toString(),
          "no record has answers to a test part",
          "put GLUE's own test.tsv beside train.tsv and fine-tune again");
    }
    Path file =
        archive.orElseGet(
            () -> Places.ofBuild(surroundings, scaleName).resolve("glue-submission.zip"));
    WholeFile.write(file, submission.zip());
    tell(submission, file);
    return ExitCode.OK.code();
  }

  private void tell(GlueSubmission submission, Path file) {
    TextTable table = new TextTable("DATA SET", "SEED", "DEV SCORE", "RECORD");
    submission
        .chosen()
        .forEach(
            (task, record) ->
                table.row(
                    task,
                    Long.toString(record.trial().seed()),
                    String.format(Locale.ROOT, "%.1f", submission.devScore(task)),
                    record.trial().id()));
    PrintWriter out = spec.commandLine().getOut();
    table.print(out);
    out.println("Files:   " + String.join(", ", submission.files().keySet()));
    out.println("Missing: " + String.join(", ", submission.missing()));
    out.println("Archive: " + file);
    out.flush();
  }
}
