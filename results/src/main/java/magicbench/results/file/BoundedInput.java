package magicbench.results.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files, but never more of them than a file of that form can sensibly hold. */
public final class BoundedInput {

  private BoundedInput() {}

  /**
   * Reads a file.
   *
   * @param file the file
   * @param maxBytes how long it may be
   * @return its bytes
   * @throws InputException when it isn't there, can't be read or is longer
   */
  public static byte[] read(Path file, int maxBytes) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in, maxBytes);
    } catch (NoSuchFileException e) {
      throw new InputException(file.toString(), "no such file", "check the path", e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param where what the stream comes from, for the message
   * @param in the stream; the caller closes it
   * @param maxBytes how long it may be
   * @return its bytes
   * @throws InputException when it can't be read or is longer
   */
  public static byte[] read(String where, InputStream in, int maxBytes) {
    try {
      byte[] bytes = in.readNBytes(maxBytes);
      if (bytes.length == maxBytes && in.read() >= 0) {
        throw new InputException(
            where, "is longer than " + maxBytes + " bytes", "check that it is the right file");
      }
      return bytes;
    } catch (IOException e) {
      throw unreadable(where, e);
    }
  }

  private static InputException unreadable(String where, IOException e) {
    return new InputException(
        where, "could not be read (" + e + ")", "check the path and the file's permissions", e);
  }
}
