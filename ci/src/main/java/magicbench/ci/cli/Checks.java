package magicbench.ci.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What an option's value must satisfy. */
final class Checks {

  private Checks() {}

  /** The value; a usage fault when it is less than one. */
  static int atLeastOne(CommandSpec spec, String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " is " + value + ", but must be at least 1");
    }
    return value;
  }
}
