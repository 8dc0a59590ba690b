package magicbench.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies a fine-tuned network out of the store, to be loaded elsewhere. */
@Command(
    name = "export",
    description =
        "Copy a fine-tuned network (weights, configuration, tokenizer, vocabulary) out of the store;"
            + " without --trial, list those that a run left.",
    footer = {
      "  magicbench export --scale laptop-compression",
      "  magicbench export --scale laptop-compression --trial 5c0e12ab --to /tmp/found"
    })
final class ExportCommand implements Callable<Integer> {

  private static final String SETTING = "exports";
  private static final int FEWEST_DIGITS = 6;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private CacheOption cache = new CacheOption();

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      required = true,
      description = "The scale that was run.")
  private String scaleName = "";

  @Option(
      names = "--trial",
      paramLabel = "ID",
      description = "The trial whose network is wanted: the first digits of its id.")
  private Optional<String> trial = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where to (default: target/magicbench/SCALE/export/ID).")
  private Optional<Path> to = Optional.empty();

  ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<RunRecord> exported = exported();
    if (trial.isEmpty()) {
      list(exported);
    } else {
      RunRecord chosen = chosen(exported, trial.get());
      Path folder =
          to.orElseGet(
              () ->
                  Places.ofBuild(surroundings, scaleName)
                      .resolve("export")
                      .resolve(chosen.trial().id()));
      copy(stored(chosen), folder);
      tell(chosen, folder);
    }
    return ExitCode.OK.code();
  }

  /** The records of the run whose trials left a network. */
  private List<RunRecord> exported() {
    Path folder = Places.ofBuild(surroundings, scaleName).resolve("records");
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder.toString(),
          "is no folder",
          "run 'magicbench run --scale " + scaleName + "' first");
    }
    List<RunRecord> exported =
        RecordFile.readAll(folder).stream()
            .filter(record -> record.outcome() == Outcome.COMPLETED)
            .filter(record -> record.trial().settings().path(SETTING).asBoolean())
            .sorted(
                Comparator.comparing((RunRecord record) -> record.trial().method())
                    .thenComparing(record -> record.trial().seed())
                    .thenComparing(record -> record.trial().id()))
            .toList();
    if (exported.isEmpty()) {
      throw new InputException(
          folder.toString(),
          "no trial there left a network",
          "set 'exports: true' for a fine-tuning of the scale and run it");
    }
    return exported;
  }

  private static RunRecord chosen(List<RunRecord> exported, String id) {
    List<RunRecord> found =
        exported.stream().filter(record -> record.trial().id().startsWith(id)).toList();
    if (id.length() < FEWEST_DIGITS || found.size() != 1) {
      throw new InputException(
          "--trial " + id,
          "names " + found.size() + " of the " + exported.size() + " trials that left a network",
          "give at least " + FEWEST_DIGITS + " digits of one; without --trial they are listed");
    }
    return found.get(0);
  }

  /** Of several versions of the code, what the newest record goes with. */
  private Path stored(RunRecord record) {
    Path trials = cache.folder(surroundings).resolve("trials").resolve(record.trial().id());
    try (Stream<Path> versions = Files.isDirectory(trials) ? Files.list(trials) : Stream.empty()) {
      return versions
          .filter(version -> Files.isRegularFile(version.resolve("record.json")))
          .filter(version -> Files.isDirectory(version.resolve("artifact/export")))
          .max(Comparator.comparing(ExportCommand::age))
          .map(version -> version.resolve("artifact/export"))
          .orElseThrow(
              () ->
                  new InputException(
                      trials.toString(),
                      "holds no network",
                      "name the store that the trial was run in with --cache, or run it again"));
    } catch (IOException e) {
      throw new InputException(
          trials.toString(), "can't be read (" + e + ")", "check its rights", e);
    }
  }

  private static FileTime age(Path version) {
    try {
      return Files.getLastModifiedTime(version.resolve("record.json"));
    } catch (IOException e) {
      throw new InputException(
          version.toString(), "can't be read (" + e + ")", "check its rights", e);
    }
  }

  private static void copy(Path from, Path folder) {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        WholeFile.write(
            folder.resolve(file.getFileName().toString()), out -> Files.copy(file, out));
      }
    } catch (IOException e) {
      throw new InputException(from.toString(), "can't be read (" + e + ")", "check its rights", e);
    }
  }

  private void list(List<RunRecord> exported) {
    TextTable table = new TextTable("TRIAL", "METHOD", "SEED", "TASK", "SCORE");
    for (RunRecord record : exported) {
      table.row(
          record.trial().id(),
          record.trial().method(),
          Long.toString(record.trial().seed()),
          record.trial().settings().path("task").asText(),
          Optional.ofNullable(record.metrics().get("taskScore"))
              .map(score -> String.format(Locale.ROOT, "%.1f", score))
              .orElse("unknown"));
    }
    PrintWriter out = spec.commandLine().getOut();
    table.print(out);
    out.println("Next: magicbench export --scale " + scaleName + " --trial ID");
    out.flush();
  }

  private void tell(RunRecord record, Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "Network of "
            + record.trial().method()
            + " seed "
            + record.trial().seed()
            + ", task "
            + record.trial().settings().path("task").asText()
            + ": "
            + folder);
    out.flush();
  }
}
