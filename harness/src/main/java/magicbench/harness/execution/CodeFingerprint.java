package magicbench.harness.execution;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;

/**
 * SHA-256 over the class files that can move a result, the same from folders and from jars.
 *
 * <p>That is everything under {@code magicbench} but what only plans, judges, runs or shows, plus
 * the named seed streams. A jar or folder that offers a service of the harness (a method of
 * somebody's own, say) counts whole. Test classes never count.
 */
final class CodeFingerprint {

  private static final Pattern COUNTED =
      Pattern.compile("magicbench/(?!harness/execution/|results/|suites/|ci/).+/.+\\.(class|yaml)");
  private static final Pattern SEEDS =
      Pattern.compile("magicbench/results/(plan/Seeds|file/Hashes)(\\$.*)?\\.class");
  private static final Pattern OWN =
      Pattern.compile("magicbench/(harness|results|baselines|suites|ci)/.*");
  private static final String SERVICES = "META-INF/services/magicbench.harness.";

  private CodeFingerprint() {}

  /**
   * The fingerprint of what a class path holds.
   *
   * @param classPath folders and jars, joined as {@code java.class.path} joins them
   * @return 64 hexadecimal digits
   */
  static String of(String classPath) {
    NavigableMap<String, byte[]> counted = new TreeMap<>();
    Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .filter(entry -> !isTests(entry))
        .forEach(entry -> hashes(entry).forEach(counted::putIfAbsent));
    MessageDigest all = Hashes.newDigest();
    counted.forEach(
        (name, hash) -> {
          all.update(name.getBytes(StandardCharsets.UTF_8));
          all.update(hash);
        });
    return HexFormat.of().formatHex(all.digest());
  }

  static boolean isTests(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.equals("test-classes") || name.endsWith("-tests.jar");
  }

  private static Map<String, byte[]> hashes(Path entry) {
    try {
      return Files.isDirectory(entry)
          ? hashesOfFolder(entry)
          : Files.isRegularFile(entry) ? hashesOfJar(entry) : Map.of();
    } catch (IOException e) {
      throw new InputException(
          entry.toString(), "could not be read (" + e.getMessage() + ")", "build it again", e);
    }
  }

  private static Map<String, byte[]> hashesOfFolder(Path folder) throws IOException {
    Map<String, byte[]> hashes = new TreeMap<>();
    List<String> names;
    try (Stream<Path> files = Files.walk(folder)) {
      names =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
              .toList();
    }
    for (String name : counted(names)) {
      try (InputStream in = Files.newInputStream(folder.resolve(name))) {
        hashes.put(name, hash(in));
      }
    }
    return hashes;
  }

  private static Map<String, byte[]> hashesOfJar(Path jar) throws IOException {
    Map<String, byte[]> hashes = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<String> names = zip.stream().map(ZipEntry::getName).toList();
      for (String name : counted(names)) {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
          hashes.put(name, hash(in));
        }
      }
    }
    return hashes;
  }

  private static List<String> counted(List<String> names) {
    boolean serves = names.stream().anyMatch(name -> name.startsWith(SERVICES));
    return names.stream()
        .filter(
            name ->
                COUNTED.matcher(name).matches()
                    || SEEDS.matcher(name).matches()
                    || (serves && name.endsWith(".class") && !OWN.matcher(name).matches()))
        .toList();
  }

  private static byte[] hash(InputStream in) throws IOException {
    MessageDigest digest = Hashes.newDigest();
    byte[] buffer = new byte[1 << 14];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return digest.digest();
  }
}
