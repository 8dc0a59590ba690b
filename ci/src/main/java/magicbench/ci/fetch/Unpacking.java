package magicbench.ci.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/**
 * Unpacks what a catalogue names from an archive. Names of files on the disk are the catalogue's,
 * never the archive's, so that no archive can write anywhere else.
 */
final class Unpacking {

  /** An entry may not be longer than this once unpacked. */
  static final long MAX_BYTES = 1L << 30;

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
   * @throws InputException when the archive is damaged, lacks an entry, or an entry is too long
   */
  void unpack(Catalogue.Item item, Path folder) {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (String name : item.entries()) {
        String path = item.task() + "/" + name;
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
          throw fault(path, "is missing from the archive");
        }
        try (InputStream in = zip.getInputStream(entry)) {
          WholeFile.write(folder.resolve(item.task()).resolve(name), out -> copy(in, out, path));
        }
      }
    } catch (IOException e) {
      throw new InputException(
          archive.toString(), "is no sound archive (" + e.getMessage() + ")", "delete it", e);
    }
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
