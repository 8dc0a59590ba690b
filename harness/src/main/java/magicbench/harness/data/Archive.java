package magicbench.harness.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import magicbench.results.file.InputException;

/** Entries of a zip archive, read by name and never past a limit. Nothing is unpacked to disk. */
public final class Archive {

  private final Path file;

  /**
   * An archive.
   *
   * @param file where it lies
   */
  public Archive(Path file) {
    this.file = file;
  }

  /**
   * Reads one entry.
   *
   * @param <T> what it makes of it
   */
  @FunctionalInterface
  public interface EntryReader<T> {

    /**
     * Reads.
     *
     * @param in the entry's bytes
     * @return what it makes of them
     * @throws IOException when they can't be read
     */
    T read(InputStream in) throws IOException;
  }

  /**
   * Reads one entry.
   *
   * @param name the entry's full name
   * @param maxBytes the most bytes that the entry may hold once unpacked
   * @param reader reads the entry; the stream is closed afterwards
   * @param <T> what the reader makes of it
   * @return what the reader made of it
   * @throws InputException when the archive or the entry is missing, broken or too long
   */
  public <T> T read(String name, long maxBytes, EntryReader<T> reader) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw fault(name, "the entry is missing");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return reader.read(bounded(in, maxBytes, where(name)));
      }
    } catch (IOException e) {
      throw new InputException(
          where(name),
          "can't be read (" + e.getMessage() + ")",
          "delete it and build again, with the same profiles",
          e);
    }
  }

  /**
   * A fault of one entry.
   *
   * @param name the entry's full name
   * @param what what is wrong with it
   * @return an exception to throw
   */
  public InputException fault(String name, String what) {
    return new InputException(
        where(name), what, "delete the archive and build again, with the same profiles");
  }

  /**
   * Where an entry lies, for messages.
   *
   * @param name the entry's full name
   * @return the archive and the name
   */
  public String where(String name) {
    return file + "!" + name;
  }

  /**
   * A stream that refuses to go on past a limit.
   *
   * @param in the stream
   * @param maxBytes the most bytes that may come
   * @param where what the stream reads, for the message
   * @return the bounded stream
   */
  public static InputStream bounded(InputStream in, long maxBytes, String where) {
    return new Bounded(in, maxBytes, where);
  }

  private static final class Bounded extends FilterInputStream {

    private final String where;
    private final long maxBytes;
    private long bytes;

    Bounded(InputStream in, long maxBytes, String where) {
      super(in);
      this.maxBytes = maxBytes;
      this.where = where;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) {
      bytes += more;
      if (bytes > maxBytes) {
        throw new InputException(
            where, "more than " + maxBytes + " bytes", "use the published file");
      }
    }
  }
}
