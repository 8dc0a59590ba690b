package magicbench.harness.data;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;

/**
 * Finds the files of data sets on this machine and checks them. Nothing is fetched.
 *
 * <p>Looked for first in the given folders, by file name, then in the local Maven repository, by
 * coordinates. Size and SHA-256 are checked the first time that an instance hands a file out.
 */
public final class DataFiles {

  /** System property: folders that hold data sets, joined by {@link File#pathSeparator}. */
  public static final String FOLDERS_PROPERTY = "magicbench.data.artifacts";

  private static final int BUFFER_BYTES = 1 << 16;

  private final List<Path> folders;
  private final Path mavenRepository;
  private final Map<DataSet, Path> checked = new ConcurrentHashMap<>();

  /**
   * Files in the given places.
   *
   * @param folders folders that hold the files themselves, looked through in this order
   * @param mavenRepository a local Maven repository, looked through last
   */
  public DataFiles(List<Path> folders, Path mavenRepository) {
    this.folders = List.copyOf(folders);
    this.mavenRepository = mavenRepository;
  }

  /**
   * Files in the places that system properties name: {@value #FOLDERS_PROPERTY}, and {@code
   * maven.repo.local} (without it {@code .m2/repository} in the user's home).
   *
   * @return the files
   */
  public static DataFiles fromSystemProperties() {
    String folders = System.getProperty(FOLDERS_PROPERTY, "");
    List<Path> paths =
        Arrays.stream(folders.split(Pattern.quote(File.pathSeparator)))
            .filter(folder -> !folder.isBlank())
            .map(Path::of)
            .toList();
    Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
    return new DataFiles(
        paths,
        Optional.ofNullable(System.getProperty("maven.repo.local")).map(Path::of).orElse(home));
  }

  /**
   * Finds and checks one data set's file.
   *
   * @param dataSet the data set
   * @return where the file lies
   * @throws MissingDataException when the file is missing or is not the published one
   */
  public Path resolve(DataSet dataSet) {
    return checked.computeIfAbsent(dataSet, this::findAndCheck);
  }

  /**
   * Whether there is a file for a data set, right or wrong.
   *
   * @param dataSet the data set
   * @return whether one was found
   */
  boolean has(DataSet dataSet) {
    return find(dataSet).isPresent();
  }

  private Path findAndCheck(DataSet dataSet) {
    Path file = find(dataSet).orElseThrow(() -> missing(dataSet));
    check(dataSet, file);
    return file;
  }

  private Optional<Path> find(DataSet dataSet) {
    List<Path> places = new ArrayList<>();
    folders.forEach(folder -> places.add(folder.resolve(dataSet.file())));
    places.add(mavenRepository.resolve(dataSet.pathInRepository()));
    return places.stream().filter(Files::isRegularFile).findFirst();
  }

  private MissingDataException missing(DataSet dataSet) {
    String folder =
        folders.isEmpty() ? "a folder named by -D" + FOLDERS_PROPERTY : folders.get(0).toString();
    return new MissingDataException(
        dataSet.coordinates(),
        dataSet.file() + " is neither in " + folders + " nor in " + mavenRepository,
        "run " + dataSet.command() + " once, or put the jar into " + folder);
  }

  private static void check(DataSet dataSet, Path file) {
    try {
      String found = Files.size(file) == dataSet.bytes() ? sha256(file) : "not read";
      if (!found.equals(dataSet.sha256())) {
        throw new MissingDataException(
            file.toString(),
            String.format(
                "expected %d bytes with SHA-256 %s, found %d bytes with SHA-256 %s",
                dataSet.bytes(), dataSet.sha256(), Files.size(file), found),
            "delete it and run " + dataSet.command());
      }
    } catch (IOException e) {
      throw new InputException(file.toString(), "could not be read", "check its rights", e);
    }
  }

  /**
   * The SHA-256 of a file's content, read as a stream.
   *
   * @param file the file
   * @return 64 lower-case hexadecimal digits
   * @throws IOException when the file can't be read
   */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = Hashes.newDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
