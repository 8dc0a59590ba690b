package magicbench.results.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What the build knew of itself, from the stamp that it leaves in the module whose code runs
 * trials.
 *
 * @param version magicbench's version
 * @param gitCommit the commit that was built
 * @param gitDirty whether the tree held changes beside it
 */
public record BuildStamp(
    Optional<String> version, Optional<String> gitCommit, Optional<Boolean> gitDirty) {

  private static final String RESOURCE = "/magicbench/build.properties";

  /**
   * Reads the stamp on the class path.
   *
   * @return the stamp; all unknown where there is none
   * @throws UncheckedIOException when it is there and can't be read
   */
  public static BuildStamp read() {
    Properties properties = new Properties();
    try (InputStream in = BuildStamp.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(in);
      }
      return of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " can't be read from the class path", e);
    }
  }

  /**
   * A stamp from its properties.
   *
   * @param properties {@code version}, {@code gitCommit} and {@code gitDirty}; a placeholder that
   *     the build left unfilled is unknown
   * @return the stamp
   */
  public static BuildStamp of(Properties properties) {
    return new BuildStamp(
        known(properties, "version"),
        known(properties, "gitCommit"),
        known(properties, "gitDirty").map(Boolean::valueOf));
  }

  private static Optional<String> known(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.startsWith("${"));
  }
}
