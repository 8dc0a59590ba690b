package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where accepted verdicts lie. */
final class AcceptedOption {

  @Option(
      names = "--accepted",
      paramLabel = "FILE",
      description = "Accepted verdicts (default: results/accepted/SCALE-DEVICE.json).")
  private Optional<Path> accepted = Optional.empty();

  boolean isNamed() {
    return accepted.isPresent();
  }

  Path file(Surroundings surroundings, String scale, String device) {
    return accepted.orElseGet(() -> Places.accepted(surroundings, scale, device));
  }
}
