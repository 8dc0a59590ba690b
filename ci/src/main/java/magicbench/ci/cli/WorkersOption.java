package magicbench.ci.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how many trials run at once. */
final class WorkersOption {

  private static final String NAME = "--workers";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private Optional<Integer> workers = Optional.empty();

  @Option(
      names = NAME,
      paramLabel = "N",
      description =
          "Trials at once (default: the scale's, but for run no more than processor cores).")
  void set(Optional<Integer> number) {
    number
        .filter(value -> value < 1)
        .ifPresent(
            value -> {
              throw new ParameterException(
                  spec.commandLine(), NAME + " is " + value + ", but must be at least 1");
            });
    workers = number;
  }

  int or(int otherwise) {
    return workers.orElse(otherwise);
  }
}
