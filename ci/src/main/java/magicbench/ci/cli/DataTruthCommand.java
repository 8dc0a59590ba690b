package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import magicbench.results.file.WholeFile;
import magicbench.results.own.MacroTruth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a public table as a truth that scores of one's own are judged by. */
@Command(
    name = "truth",
    description =
        "Write NAS-Bench-Macro's table as comma-separated values whose child models are called as"
            + " a space of images calls them, for 'judge --truth'.",
    footer = {
      "  magicbench data truth nas-bench-macro_cifar10.json --to truth.csv",
      "  magicbench data truth nas-bench-macro_cifar10.json --mean --to truth.csv"
    })
final class DataTruthCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "The table as published, in JSON.")
  private Path table = Path.of("");

  @Option(names = "--to", paramLabel = "CSV", required = true, description = "Where to.")
  private Path to = Path.of("");

  @Option(
      names = "--mean",
      description = "A row a child model, its mean accuracy (default: a row a training).")
  private boolean mean;

  @Override
  public Integer call() {
    MacroTruth truth = MacroTruth.read(table);
    WholeFile.write(to, mean ? truth.means() : truth.trainings());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Child models: %d, which are %d networks: where an identity stands makes no other%n",
        truth.entries().size(),
        truth.entries().stream().map(MacroTruth.Entry::trainedAs).distinct().count());
    out.println("Table:        " + table + ", SHA-256 " + truth.sha256());
    out.println("Truth:        " + to);
    return ExitCode.OK.code();
  }
}
