package magicbench.harness.data;

import magicbench.results.file.InputException;

/**
 * One published data set: where it comes from and how to know that it is the right file.
 *
 * @param name the short name, unique in the catalogue
 * @param title the name for people
 * @param version the version of the artefact
 * @param groupId the Maven group
 * @param artifactId the Maven artefact
 * @param file the file's name
 * @param sha256 the file's SHA-256, 64 lower-case hexadecimal digits
 * @param bytes the file's size in bytes
 * @param licence the licence of the data
 * @param use what is read from it, and for what
 * @param profile the build's profile that fetches it; null where every build does
 */
public record DataSet(
    String name,
    String title,
    String version,
    String groupId,
    String artifactId,
    String file,
    String sha256,
    long bytes,
    String licence,
    String use,
    String profile) {

  /**
   * Checks the fields that files are judged by.
   *
   * @throws InputException when the digest is no SHA-256 or the size is not positive
   */
  public DataSet {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new InputException(name, "sha256 is " + sha256, "give 64 lower-case hex digits");
    }
    if (bytes < 1) {
      throw new InputException(name, "bytes is " + bytes, "give the file's size");
    }
  }

  /**
   * The Maven coordinates.
   *
   * @return group, artefact and version, joined by colons
   */
  public String coordinates() {
    return groupId + ":" + artifactId + ":" + version;
  }

  /**
   * What has Maven fetch it.
   *
   * @return a command
   */
  String command() {
    return "mvn -B verify" + (profile == null ? "" : " -P" + profile);
  }

  String pathInRepository() {
    return groupId.replace('.', '/') + "/" + artifactId + "/" + version + "/" + file;
  }
}
