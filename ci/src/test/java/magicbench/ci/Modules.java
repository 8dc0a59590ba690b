package magicbench.ci;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the five modules lie. */
public final class Modules implements LocationProvider {

  static final List<String> NAMES = List.of("results", "harness", "baselines", "suites", "ci");

  /** The folder that holds them. */
  public static Path root() {
    return Path.of(System.getProperty("magicbench.root", "..")).toAbsolutePath().normalize();
  }

  /** The Java files below a folder of every module that has it. */
  static List<Path> sources(String folder) throws IOException {
    List<Path> roots =
        NAMES.stream()
            .map(module -> root().resolve(module).resolve(folder))
            .filter(Files::isDirectory)
            .toList();
    Stream.Builder<Path> sources = Stream.builder();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources);
      }
    }
    return sources.build().sorted().toList();
  }

  @Override
  public Set<Location> get(Class<?> test) {
    return NAMES.stream()
        .map(module -> root().resolve(module).resolve("target").resolve("classes"))
        .map(Location::of)
        .collect(toSet());
  }
}
