package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import magicbench.ci.gate.RecordCheck;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.AcceptedFile;
import magicbench.results.verdict.AcceptedVerdicts;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a run's verdicts the ones that later runs are compared with. */
@Command(
    name = "accept",
    description = "Make a run's verdicts the ones that later runs are compared with.",
    footer = {
      "  magicbench accept",
      "  magicbench accept --scale overnight --out /mnt/runs/overnight"
    })
final class AcceptCommand implements Callable<Integer> {

  private static final String DIRTY = "-dirty";
  private static final String UNKNOWN = "unknown";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;
  @Mixin private AcceptedOption accepted;

  @Option(
      names = "--allow-dirty",
      description = "Accept records of code that no commit holds; the accepted file then says so.")
  private boolean allowDirty;

  AcceptCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    String scale = selection.scaleName();
    Scale asked = selection.scale(surroundings);
    requireWhole(places.readPlan(surroundings, scale), places.recordFolders(surroundings, asked));
    JudgedRun run = JudgedRun.filed(selection, places, surroundings);
    Verdicts verdicts = run.verdicts();
    List<RunRecord> records = run.records();
    String commit = commit(records);
    String device = Devices.of(verdicts);
    Path file = accepted.file(surroundings, scale, device);
    AcceptedVerdicts now = AcceptedVerdicts.of(verdicts, device, commit);
    requireNothingLost(file, now);
    Set<String> truths = CommittedTruth.kinds(selection.everyClaim(surroundings));
    Map<Boolean, List<RunRecord>> isTruth =
        records.stream()
            .collect(
                Collectors.partitioningBy(
                    record ->
                        truths.contains(record.trial().kind())
                            && asked.isSharedTruth(record.trial())));
    String kept =
        keep("Records:  ", Places.committedRecords(surroundings, scale), isTruth.get(false))
            + keepTruth(asked, isTruth.get(true));
    AcceptedFile.write(file, now);
    VerdictFile.write(whole(file), verdicts);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Accepted " + now.entries().size() + " verdicts of commit " + commit);
    out.println("Verdicts: " + file);
    out.print(kept);
    out.println("Commit all of them.");
    return ExitCode.OK.code();
  }

  /** What extends another scale takes that one's truth, which is accepted there. */
  private String keepTruth(Scale scale, List<RunRecord> records) {
    return scale.keepsTruth()
        ? keep("Truth:    ", Places.committedTruth(surroundings, scale), records)
        : "";
  }

  /** Writes records, and says where they lie now; nothing where there are none. */
  private static String keep(String what, Path folder, List<RunRecord> records) {
    RecordFolder.write(folder, records);
    return records.isEmpty()
        ? ""
        : what + folder + " (" + records.size() + " files)" + System.lineSeparator();
  }

  /** Beside the accepted words lies all that was judged. */
  private static Path whole(Path file) {
    return file.resolveSibling("verdicts").resolve(file.getFileName());
  }

  private static void requireWhole(Plan plan, List<Path> folders) {
    List<String> faults = RecordCheck.faults(plan, folders);
    if (!faults.isEmpty()) {
      throw new InputException(
          folders.get(0).toString(),
          faults.get(0) + (faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)"),
          "run and judge again");
    }
  }

  private String commit(List<RunRecord> records) {
    List<String> commits = records.stream().map(AcceptCommand::commit).distinct().sorted().toList();
    Optional<String> unfit =
        commits.stream()
            .filter(commit -> commit.equals(UNKNOWN) || commit.endsWith(DIRTY))
            .findFirst();
    if (unfit.isPresent() && !allowDirty) {
      throw new InputException(
          "records",
          "made by code that no commit holds (" + unfit.get() + ")",
          "commit, build and run again, or say --allow-dirty");
    }
    return String.join(", ", commits);
  }

  // A tree of which nobody knows whether it was clean counts as dirty.
  private static String commit(RunRecord record) {
    String commit = record.provenance().code().gitCommit();
    if (commit == null || commit.isBlank()) {
      return UNKNOWN;
    }
    return Boolean.FALSE.equals(record.provenance().code().gitDirty()) ? commit : commit + DIRTY;
  }

  private static void requireNothingLost(Path file, AcceptedVerdicts now) {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lost =
        AcceptedFile.read(file).entries().keySet().stream()
            .filter(claim -> !now.entries().containsKey(claim))
            .toList();
    if (!lost.isEmpty()) {
      throw new InputException(
          file.toString(),
          "accepts claims that this run did not judge: " + lost,
          "run all suites, or delete the file first");
    }
  }
}
