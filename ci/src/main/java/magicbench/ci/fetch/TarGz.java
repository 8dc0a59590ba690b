package magicbench.ci.fetch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import magicbench.results.file.InputException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A gzipped tar archive, read once from front to end. Regular files are handed on, folders and
 * links are passed over; what could lead out of a folder, or swells, is refused.
 */
final class TarGz {

  /** What may stand in front of one entry: its header, a long name, attributes. */
  private static final int HEADER_BYTES = 1 << 20;

  private static final String REMEDY = "check that it is the file that its authors hand out";

  private final Path archive;
  private final long maxBytes;

  /**
   * An archive.
   *
   * @param archive the file
   * @param maxBytes what all of it may hold at most once unpacked
   */
  TarGz(Path archive, long maxBytes) {
    this.archive = archive;
    this.maxBytes = maxBytes;
  }

  /** Takes a file out of an archive. */
  @FunctionalInterface
  interface Taker {
    /** Takes what {@code in} holds, up to its end. */
    void take(String path, InputStream in) throws IOException;
  }

  /**
   * Hands on the wanted files, in the archive's order.
   *
   * @param wanted their paths in the archive
   * @throws InputException when one is missing or no regular file, a path leads out of the archive,
   *     or it holds more than it may
   * @throws IOException when it is no sound archive
   */
  void each(Set<String> wanted, Taker taker) throws IOException {
    Set<String> left = new TreeSet<>(wanted);
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        Bounded bounded = new Bounded(new GZIPInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(bounded)) {
      for (TarArchiveEntry entry = next(tar, bounded); entry != null; entry = next(tar, bounded)) {
        requireInside(entry.getName());
        if (wanted.contains(entry.getName())) {
          requireFile(entry);
          taker.take(entry.getName(), tar);
          left.remove(entry.getName());
        }
      }
    }
    if (!left.isEmpty()) {
      throw fault(left.iterator().next(), "is missing from the archive");
    }
  }

  /** No header may hold more than its share: the library keeps a long name in memory. */
  private static TarArchiveEntry next(TarArchiveInputStream tar, Bounded bounded)
      throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    if (entry != null) {
      bounded.allow(entry.getSize() + HEADER_BYTES);
    }
    return entry;
  }

  private void requireInside(String path) {
    String[] parts = path.split("[/\\\\]", -1);
    if (parts[0].isEmpty() || parts[0].endsWith(":") || Arrays.asList(parts).contains("..")) {
      throw fault(path, "leads out of the archive");
    }
  }

  private void requireFile(TarArchiveEntry entry) {
    byte kind = entry.getLinkFlag();
    if (kind != TarConstants.LF_NORMAL && kind != TarConstants.LF_OLDNORM) {
      throw fault(entry.getName(), "is no regular file");
    }
  }

  private InputException fault(String path, String what) {
    return new InputException(archive + "!" + path, what, REMEDY);
  }

  /** Counts what was unpacked, and ends where there is more than allowed. */
  private final class Bounded extends FilterInputStream {

    private long bytes;
    private long allowed = Math.min(HEADER_BYTES, maxBytes);

    Bounded(InputStream in) {
      super(in);
    }

    /** So many more may come, within what all of it may hold. */
    void allow(long more) {
      allowed = Math.min(bytes + more, maxBytes);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      bytes += Math.max(0, read);
      if (bytes > allowed) {
        throw new InputException(
            archive.toString(), "swells to more than " + allowed + " bytes unpacked", REMEDY);
      }
      return read;
    }

    /** By reading, so that what is passed over counts. */
    @Override
    public long skip(long count) throws IOException {
      return Math.max(0, read(new byte[(int) Math.min(count, 1 << 16)]));
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
