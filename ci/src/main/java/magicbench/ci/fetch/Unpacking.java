package magicbench.ci.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/**
 * Unpacks what a catalogue names from an archive, zip or gzipped tar. Names of files on the disk
 * are the catalogue's, never the archive's, so that no archive can write anywhere else.
 */
final class Unpacking {

  /** Neither an entry nor a whole tar archive may be longer than this once unpacked. */
  static final long MAX_BYTES = 1L << 30;

  private static final String TAR = ".tar.gz";
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path archive;
  private final long maxBytes;

  Unpacking(Path archive, long maxBytes) {
    this.archive = archive;
    this.maxBytes = maxBytes;
  }

  /**
   * Unpacks a data set.
   *
   * @param item says what
   * @param folder where the data set's folder lies
   * @throws InputException when the archive is damaged, lacks an entry, or holds too much
   */
  void unpack(Catalogue.Item item, Path folder) {
    Map<String, Path> places = new LinkedHashMap<>();
    for (String name : item.entries()) {
      places.put(item.task() + "/" + name, folder.resolve(item.task()).resolve(name));
    }
    try {
      if (item.file().endsWith(TAR)) {
        new TarGz(archive, maxBytes)
            .each(places.keySet(), (path, in) -> write(path, in, places.get(path)));
      } else {
        unzip(places);
      }
    } catch (IOException e) {
      throw new InputException(
          archive.toString(), "is no sound archive (" + e.getMessage() + ")", "delete it", e);
    }
  }

  private void unzip(Map<String, Path> places) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Map.Entry<String, Path> place : places.entrySet()) {
        ZipEntry entry = zip.getEntry(place.getKey());
        if (entry == null) {
          throw fault(place.getKey(), "is missing from the archive");
        }
        try (InputStream in = zip.getInputStream(entry)) {
          write(place.getKey(), in, place.getValue());
        }
      }
    }
  }

  private void write(String path, InputStream in, Path place) {
    WholeFile.write(place, out -> copy(in, out, path));
  }

  private void copy(InputStream in, OutputStream out, String path) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes += read;
      if (bytes > maxBytes) {
        throw fault(path, "is longer than " + maxBytes + " bytes unpacked");
      }
      out.write(buffer, 0, read);
    }
  }

  private InputException fault(String path, String what) {
    return new InputException(
        archive + "!" + path, what, "check that it is the file that its authors hand out");
  }
}
