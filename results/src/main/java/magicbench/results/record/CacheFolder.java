package magicbench.results.record;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where the store of trials lies when nobody names a folder. */
public final class CacheFolder {

  /** The system property that names another folder. */
  public static final String PROPERTY = "magicbench.cache";

  private static final String NAME = "magicbench";

  private CacheFolder() {}

  /**
   * The folder that {@value #PROPERTY} names, else {@code magicbench} in the user's cache folder.
   *
   * @param root what a relative {@value #PROPERTY} is relative to
   * @param property a system property; empty when it isn't set or blank
   * @param variable an environment variable; empty when it isn't set or blank
   * @return an absolute, normal path
   */
  public static Path of(
      Path root,
      Function<String, Optional<String>> property,
      Function<String, Optional<String>> variable) {
    return property
        .apply(PROPERTY)
        .map(root::resolve)
        .orElseGet(() -> userCache(property, variable).resolve(NAME))
        .toAbsolutePath()
        .normalize();
  }

  private static Path userCache(
      Function<String, Optional<String>> property, Function<String, Optional<String>> variable) {
    return variable
        .apply("XDG_CACHE_HOME")
        .map(Path::of)
        .orElseGet(() -> Path.of(property.apply("user.home").orElse("."), ".cache"));
  }
}
