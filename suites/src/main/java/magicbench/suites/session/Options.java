package magicbench.suites.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.TextFolder;

/**
 * What the command line asked for, read from system properties.
 *
 * @param scale {@code scale}: the scale's name
 * @param suite {@code suite}: a suite's name, or {@code all}
 * @param root {@code magicbench.root}: the folder that {@code target/magicbench} lies in
 * @param cache {@code magicbench.cache}: the store's folder
 * @param workers {@code magicbench.workers}: how many trials run at once
 * @param recompute {@code magicbench.recompute}: run what the cache already holds
 * @param text {@code magicbench.text}: a folder of text shards, for scales that want one
 */
record Options(
    String scale,
    String suite,
    Path root,
    Path cache,
    int workers,
    boolean recompute,
    Optional<Path> text) {

  static final String EVERY_SUITE = "all";

  static Options from(Function<String, Optional<String>> property) {
    return new Options(
        property.apply("scale").orElse("laptop").toLowerCase(Locale.ROOT),
        property.apply("suite").orElse(EVERY_SUITE),
        Path.of(property.apply("magicbench.root").orElse(".")).toAbsolutePath().normalize(),
        property.apply("magicbench.cache").map(Path::of).orElseGet(() -> defaultCache(property)),
        property.apply("magicbench.workers").map(Integer::parseInt).orElse(processors()),
        property.apply("magicbench.recompute").map(Boolean::parseBoolean).orElse(false),
        property.apply("magicbench.text").map(Path::of));
  }

  boolean asksFor(String name) {
    return suite.equals(EVERY_SUITE) || suite.equals(name);
  }

  Overrides overrides() {
    return text.map(TextFolder::overrides).orElseGet(Overrides::none);
  }

  Path output() {
    return root.resolve("target").resolve("magicbench").resolve(scale);
  }

  private static Path defaultCache(Function<String, Optional<String>> property) {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(property.apply("user.home").orElse("."), ".cache")
            : Path.of(xdg);
    return base.resolve("magicbench");
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
