package magicbench.harness.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a UTF-8 file, none kept longer than a limit, whatever the file holds. */
final class BoundedLines implements Closeable {

  private final BufferedReader reader;
  private final int maxCharacters;
  private final StringBuilder line = new StringBuilder();
  private boolean tooLong;

  BoundedLines(Path file, int maxCharacters) throws IOException {
    this(Files.newInputStream(file), maxCharacters);
  }

  /** Reads a stream and closes it at the end. */
  BoundedLines(InputStream bytes, int maxCharacters) {
    this.reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    this.maxCharacters = maxCharacters;
  }

  /**
   * Goes to the next line.
   *
   * @return whether there is one
   */
  boolean next() throws IOException {
    line.setLength(0);
    tooLong = false;
    int character = reader.read();
    if (character < 0) {
      return false;
    }
    for (; character >= 0 && character != '\n'; character = reader.read()) {
      tooLong |= line.length() == maxCharacters;
      if (!tooLong) {
        line.append((char) character);
      }
    }
    return true;
  }

  /**
   * The line's text.
   *
   * @return the text without its end; cut at the limit
   */
  String text() {
    return line.toString().strip();
  }

  /**
   * The line as it stands in the file.
   *
   * @return the text without its end, be it LF or CR LF; cut at the limit
   */
  String raw() {
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }

  /**
   * Whether the line went past the limit.
   *
   * @return true when {@link #text()} is not all of it
   */
  boolean isTooLong() {
    return tooLong;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
