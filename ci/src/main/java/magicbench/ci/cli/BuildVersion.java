package magicbench.ci.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit that were built, from the stamp that the build leaves in harness. */
final class BuildVersion implements IVersionProvider {

  private static final String RESOURCE = "/magicbench/build.properties";
  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() {
    Properties build = build();
    String dirty = known(build, "gitDirty").equals("true") ? ", with changes beside it" : "";
    return new String[] {
      "magicbench " + known(build, "version"),
      "commit " + known(build, "gitCommit") + dirty,
      "java " + Runtime.version()
    };
  }

  // What the build could not know it leaves as a placeholder.
  private static String known(Properties build, String key) {
    String value = build.getProperty(key, UNKNOWN).strip();
    return value.isEmpty() || value.startsWith("${") ? UNKNOWN : value;
  }

  private static Properties build() {
    Properties build = new Properties();
    try (InputStream in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the command's own jar can't be read", e);
    }
    return build;
  }
}
