package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.compare.ClaimChange;
import magicbench.results.compare.Difference;
import magicbench.results.compare.Run;
import magicbench.results.compare.RunComparison;
import magicbench.results.compare.Standing;
import magicbench.results.compare.TrialChanges;
import magicbench.results.report.ComparePage;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Estimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changed between two runs, and what it did; needs no engine. */
@Command(
    name = "compare",
    description =
        "Say what changed between two runs (code, data, seeds, settings, machine) and what it did"
            + " (verdicts, effects, measurements, cost); a report, not a gate: it ends with 0"
            + " whatever differs.",
    footer = {
      "  magicbench compare results/records/laptop-images results/records/laptop-images-learned",
      "  magicbench compare /tmp/old/target/magicbench/laptop target/magicbench/laptop"
    })
final class CompareCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "BEFORE",
      description = "A run's folder (plan.json and records), or a folder of records.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
  private Path after = Path.of("");

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      description = "The scale to judge both at (default: what each folder tells).")
  private Optional<String> scale = Optional.empty();

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      defaultValue = SuiteChoice.EVERY,
      description = "One suite's name, several with commas, or all (default: ${DEFAULT-VALUE}).")
  private String suites = SuiteChoice.EVERY;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to (default: target/magicbench/compare).")
  private Optional<Path> out = Optional.empty();

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    ComparedRun folders = new ComparedRun(surroundings.resources(), SuiteChoice.of(suites), scale);
    Run one = folders.read(before);
    Run other = folders.read(after);
    RunComparison comparison = RunComparison.of(one, other);
    Path folder = out.orElseGet(() -> Places.ofBuild(surroundings, "compare"));
    ComparePage.write(one, other, comparison, folder);
    print(comparison, spec.commandLine().getOut());
    spec.commandLine().getOut().println("Page: " + folder.resolve(ComparePage.PAGE));
    return ExitCode.OK.code();
  }

  private static void print(RunComparison comparison, PrintWriter out) {
    out.println(comparison.essence());
    TrialChanges trials = comparison.trials();
    if (trials.shared() > 0) {
      out.printf(
          "%d of %d trials on both sides measured the same, bit for bit.%n",
          trials.same(), trials.shared());
    }
    TextTable table =
        new TextTable(
            "CLAIM", "VERDICT", "EFFECT BEFORE", "EFFECT AFTER", "DIFFERENCE (95 %)", "COMPARED");
    comparison.claims().forEach(claim -> addClaim(table, claim));
    if (!comparison.claims().isEmpty()) {
      table.print(out);
    }
  }

  private static void addClaim(TextTable table, ClaimChange claim) {
    table.row(
        claim.claim(),
        verdict(claim.before()) + " -> " + verdict(claim.after()),
        effect(claim.before()),
        effect(claim.after()),
        claim.difference().map(CompareCommand::text).orElse("none"),
        claim.difference().map(each -> each.paired() ? "paired" : "unpaired").orElse("-"));
  }

  private static String verdict(Optional<Standing> standing) {
    return standing.map(Standing::verdict).orElse("not judged");
  }

  private static String effect(Optional<Standing> standing) {
    return standing
        .flatMap(Standing::effect)
        .map(Estimate::value)
        .map(CompareCommand::number)
        .orElse("not measured");
  }

  private static String text(Difference difference) {
    return number(difference.value())
        + difference.interval().map(CompareCommand::text).orElse(" [no interval]");
  }

  private static String text(Interval interval) {
    return " [" + number(interval.low()) + ", " + number(interval.high()) + "]";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
