package magicbench.ci.cli;

import magicbench.results.record.BuildStamp;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit that were built. */
final class BuildVersion implements IVersionProvider {

  private static final String UNKNOWN = "unknown";

  @Override
  public String[] getVersion() {
    BuildStamp build = BuildStamp.read();
    String dirty = build.gitDirty().orElse(false) ? ", with changes beside it" : "";
    return new String[] {
      "magicbench " + build.version().orElse(UNKNOWN),
      "commit " + build.gitCommit().orElse(UNKNOWN) + dirty,
      "java " + Runtime.version()
    };
  }
}
