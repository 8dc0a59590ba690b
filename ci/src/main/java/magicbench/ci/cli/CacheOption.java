package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where the store of trials lies. */
final class CacheOption {

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "The store's folder (default: the user's cache folder).")
  private Optional<Path> cache = Optional.empty();

  Path folder(Surroundings surroundings) {
    return cache.orElseGet(surroundings::defaultCache);
  }
}
