package magicbench.ci.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit that this command was built from, as the build wrote them down. */
final class BuildVersion implements IVersionProvider {

  private static final String RESOURCE = "/magicbench/ci/build.properties";
  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() {
    Properties build = build();
    String dirty = Boolean.parseBoolean(build.getProperty("git.dirty")) ? ", with changes" : "";
    return new String[] {
      "magicbench " + build.getProperty("git.build.version", UNKNOWN),
      "commit " + build.getProperty("git.commit.id.full", UNKNOWN) + dirty,
      "java " + Runtime.version()
    };
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
