package magicbench.harness.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * What the build knew of itself.
 *
 * @param version magicbench's version
 * @param gitCommit the commit that was built
 * @param gitDirty whether the tree held changes beside it
 */
record BuildStamp(
    Optional<String> version, Optional<String> gitCommit, Optional<Boolean> gitDirty) {

  private static final String RESOURCE = "/magicbench/build.properties";

  static BuildStamp read() {
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

  /** A placeholder that the build left unfilled is unknown. */
  static BuildStamp of(Properties properties) {
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
