package magicbench.ci.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns other people's data sets. */
@Command(
    name = "data",
    description = "Get other people's data sets.",
    footer = "  magicbench data fetch glue --to /data")
final class DataCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which sub-command? There is 'fetch'");
  }
}
