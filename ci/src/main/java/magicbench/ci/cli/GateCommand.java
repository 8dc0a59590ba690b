package magicbench.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import magicbench.ci.gate.Gate;
import magicbench.ci.gate.GateFiles;
import magicbench.ci.gate.GateResult;
import magicbench.ci.gate.Inspection;
import magicbench.ci.gate.RecordCheck;
import magicbench.ci.gate.TestReports;
import magicbench.ci.gate.VerdictCheck;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.record.TrialRunner;
import magicbench.results.verdict.AcceptedFile;
import magicbench.results.verdict.Comparison;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fails when a verdict got worse, a record is missing, or something crashed. */
@Command(
    name = "gate",
    description = "Fail when a verdict got worse, a record is missing or something crashed.",
    footer = {
      "  magicbench gate",
      "  magicbench gate --strict",
      "  magicbench gate --scale smoke --tests suites/target/failsafe-reports"
    })
final class GateCommand implements Callable<Integer> {

  private static final int MOST_REASONS = 20;

  /** What fails the gate beside missing records and crashes. */
  enum Mode {
    worse,
    strict
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;
  @Mixin private AcceptedOption accepted;
  @Mixin private HistoryOption history;
  @Mixin private CacheOption cache;
  @Mixin private WorkersOption workers;

  @Option(
      names = "--tests",
      paramLabel = "DIR",
      description = "The suites' XML reports; without it nobody looks for crashes.")
  private Optional<Path> tests = Optional.empty();

  @Option(
      names = "--report",
      description = "Fail, too, where there is no report, or one older than the verdicts.")
  private boolean wantsReport;

  @Option(
      names = "--rerun",
      description =
          "Where something looks worse than in earlier runs, repeat it with fresh seeds, and fail"
              + " if it shows there too; without, it is only told.")
  private boolean rerun;

  @Option(
      names = "--emit",
      paramLabel = "DIR",
      description =
          "Also write summary.md (for a pull request), junit.xml and benchmark.json (for"
              + " github-action-benchmark) into this folder.")
  private Optional<Path> emit = Optional.empty();

  @Option(names = "--strict", description = "Fail on a contradicted claim too.")
  private boolean strict;

  @Option(
      names = "--fail-on",
      paramLabel = "MODE",
      defaultValue = "worse",
      description = "worse, or strict: the same as --strict (default: ${DEFAULT-VALUE}).")
  private Mode mode = Mode.worse;

  GateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    List<String> faults = new ArrayList<>();
    String scale = selection.scaleName();
    Optional<Plan> plan = attempt(() -> places.readPlan(surroundings, scale), faults);
    plan.ifPresent(
        planned -> {
          faults.addAll(
              RecordCheck.faults(
                  planned, places.recordFolders(surroundings, selection.scale(surroundings))));
          faults.addAll(selection.unplanned(surroundings, planned));
        });
    Optional<JudgedRun> run = plan.flatMap(planned -> judgeAgain(faults));
    Optional<Verdicts> verdicts = run.map(JudgedRun::verdicts);
    attempt(() -> places.readVerdicts(surroundings, scale), faults)
        .ifPresent(filed -> verdicts.ifPresent(again -> faults.addAll(misfiled(filed, again))));
    if (wantsReport) {
      unreported(scale).ifPresent(faults::add);
    }
    Optional<Comparison> comparison = verdicts.flatMap(this::compare);
    List<String> regressions = run.map(this::watch).orElseGet(List::of);
    GateResult result =
        new Gate(strict || mode == Mode.strict)
            .decide(
                new Inspection(
                    verdicts,
                    comparison,
                    tests.map(TestReports::read),
                    faults,
                    regressions,
                    selection.isWhole()));
    print(result, scale);
    emit.ifPresent(folder -> files(result, run).write(folder));
    return (result.passed() ? ExitCode.OK : ExitCode.GATE_FAILED).code();
  }

  private GateFiles files(GateResult result, Optional<JudgedRun> run) {
    return new GateFiles(
        selection.scaleName(),
        result,
        run.map(judged -> judged.verdicts().judgements()).orElseGet(List::of),
        run.map(judged -> RunWatch.entries(judged, selection, surroundings)).orElseGet(List::of));
  }

  private Optional<String> unreported(String scale) {
    Path report = places.site(surroundings, scale).resolve("index.html");
    Path verdicts = places.verdicts(surroundings, scale);
    try {
      if (!Files.exists(report)) {
        return Optional.of("no report: " + report + " is missing; 'magicbench report' says why");
      }
      boolean isOld =
          Files.exists(verdicts)
              && Files.getLastModifiedTime(report).compareTo(Files.getLastModifiedTime(verdicts))
                  < 0;
      return isOld
          ? Optional.of("no report: " + report + " is older than " + verdicts)
          : Optional.empty();
    } catch (IOException e) {
      throw new InputException(report.toString(), "can't be looked at", "check the folder", e);
    }
  }

  private static <T> Optional<T> attempt(Supplier<T> reading, List<String> faults) {
    try {
      return Optional.of(reading.get());
    } catch (InputException e) {
      faults.add("unreadable: " + e.getMessage());
      return Optional.empty();
    }
  }

  // The gate believes records, not what a file says of them.
  private Optional<JudgedRun> judgeAgain(List<String> faults) {
    List<String> hindrances = new ArrayList<>();
    Optional<JudgedRun> run =
        attempt(
            () -> JudgedRun.of(selection.everyClaim(surroundings), selection, places, surroundings),
            hindrances);
    if (faults.isEmpty()) {
      faults.addAll(hindrances);
    }
    return run;
  }

  /** Tells what moved, and gives what a repetition shows to be worse. */
  private List<String> watch(JudgedRun run) {
    PrintWriter out = spec.commandLine().getOut();
    RunWatch watch = new RunWatch(surroundings, selection, run, history);
    watch.moved().forEach(out::println);
    if (!watch.looksWorse()) {
      return List.of();
    }
    if (!rerun) {
      out.println("Only suspected: 'magicbench gate --rerun' repeats it with fresh seeds.");
      return List.of();
    }
    Scale scale = selection.scale(surroundings);
    int processors = Runtime.getRuntime().availableProcessors();
    return watch.regressions(
        new TrialRunner.Request(
            cache.folder(surroundings), workers.or(scale.workersOn(processors)), false),
        out);
  }

  private static List<String> misfiled(Verdicts filed, Verdicts judged) {
    List<String> faults = new ArrayList<>(VerdictCheck.faults(filed, judged));
    List<String> claims =
        filed.judgements().stream().map(judgement -> judgement.claim().id()).toList();
    judged.judgements().stream()
        .map(judgement -> judgement.claim().id())
        .filter(claim -> !claims.contains(claim))
        .map(claim -> "planned, but not judged: " + claim)
        .forEach(faults::add);
    return faults;
  }

  private Optional<Comparison> compare(Verdicts verdicts) {
    String device = Devices.of(verdicts);
    Path file = accepted.file(surroundings, verdicts.scale(), device);
    if (!accepted.isNamed() && !Files.exists(file)) {
      spec.commandLine()
          .getOut()
          .println(
              "No accepted verdicts for scale "
                  + verdicts.scale()
                  + " on "
                  + device
                  + ": nothing to compare with.");
      return Optional.empty();
    }
    return Optional.of(Comparison.of(verdicts, AcceptedFile.read(file)));
  }

  private void print(GateResult result, String scale) {
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("CLAIM", "NOW", "ACCEPTED", "CHANGE");
    result
        .lines()
        .forEach(line -> table.row(line.claimId(), line.now(), line.accepted(), line.change()));
    if (!result.lines().isEmpty()) {
      table.print(out);
    }
    result.reasons().stream().limit(MOST_REASONS).forEach(reason -> out.println("-> " + reason));
    out.println(result.lastLine());
    Path report = places.site(surroundings, scale).resolve("index.html");
    if (Files.exists(report)) {
      out.println("Report: " + report);
    }
  }
}
