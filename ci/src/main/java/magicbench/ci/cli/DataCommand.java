package magicbench.ci.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns other people's data. */
@Command(
    name = "data",
    description = "Get other people's data sets, and tables of theirs as a truth.",
    footer = {
      "  magicbench data fetch glue --to /data",
      "  magicbench data truth nas-bench-macro_cifar10.json --to truth.csv"
    })
final class DataCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which sub-command? There are 'fetch' and 'truth'");
  }
}
