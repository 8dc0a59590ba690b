package magicbench.results.file;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds data files in the jars of a classpath: each jar may hold an index, a text file that lists
 * one resource path a line; empty lines and lines that begin with {@code #} are skipped.
 */
public final class ResourceIndex {

  private static final int MAX_BYTES = 1 << 20;

  private ResourceIndex() {}

  /**
   * Reads every file that an index of that name lists.
   *
   * @param loader where to look
   * @param index the index's resource path, for instance {@code META-INF/magicbench/claims}
   * @return the files' content by resource path; empty when no jar has such an index
   * @throws InputException when a listed file isn't there, or a file is longer than 1 MiB
   */
  public static SortedMap<String, byte[]> read(ClassLoader loader, String index) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try {
      for (URL url : Collections.list(loader.getResources(index))) {
        for (String path : paths(url)) {
          files.put(path, resource(loader, path, url));
        }
      }
      return files;
    } catch (IOException e) {
      throw new InputException(index, "could not be read (" + e + ")", "check the classpath", e);
    }
  }

  private static List<String> paths(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      String text =
          new String(BoundedInput.read(url.toString(), in, MAX_BYTES), StandardCharsets.UTF_8);
      return text.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static byte[] resource(ClassLoader loader, String path, URL index) throws IOException {
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new InputException(
            index.toString(),
            "lists " + path + ", which is not on the classpath",
            "add the file or take the line out");
      }
      return BoundedInput.read(path, in, MAX_BYTES);
    }
  }
}
