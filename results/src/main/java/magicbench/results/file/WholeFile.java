package magicbench.results.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that are there whole or not at all: written beside their place, forced to the disk unless
 * they can be made again, then renamed.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything.
     *
     * @param out where to; the caller closes it
     * @throws IOException when the disk refuses
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes text.
   *
   * @param file where to; missing folders are made
   * @param text the content, stored as UTF-8
   * @throws InputException when the disk refuses; nothing is left behind then
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes.
   *
   * @param file where to; missing folders are made
   * @param bytes the content
   * @throws InputException when the disk refuses; nothing is left behind then
   */
  public static void write(Path file, byte[] bytes) {
    write(file, out -> out.write(bytes));
  }

  /**
   * Writes a stream.
   *
   * @param file where to; missing folders are made
   * @param content what to write
   * @throws InputException when the disk refuses; nothing is left behind then
   */
  public static void write(Path file, Content content) {
    write(file, content, true);
  }

  /**
   * Writes text that can be made again, such as a page: whole or not at all for every reader, but a
   * power cut may take it back. A report is thousands of files, and forcing each to the disk would
   * take longer than making it.
   *
   * @param file where to; missing folders are made
   * @param text the content, stored as UTF-8
   * @throws InputException when the disk refuses; nothing is left behind then
   */
  public static void writeUnforced(Path file, String text) {
    writeUnforced(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes that can be made again; see {@link #writeUnforced(Path, String)}.
   *
   * @param file where to; missing folders are made
   * @param bytes the content
   * @throws InputException when the disk refuses; nothing is left behind then
   */
  public static void writeUnforced(Path file, byte[] bytes) {
    write(file, out -> out.write(bytes), false);
  }

  private static void write(Path file, Content content, boolean forced) {
    Path folder = file.toAbsolutePath().getParent();
    Path partial = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      Files.createDirectories(folder);
      fill(partial, content, forced);
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      if (forced) {
        forceFolder(folder);
      }
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "could not be written (" + e.getMessage() + ")",
          "free space or choose a folder that can be written to",
          e);
    } finally {
      deleteQuietly(partial);
    }
  }

  // Not createTempFile: that gives the file to its owner alone, whatever the umask says.
  private static void fill(Path partial, Content content, boolean forced) throws IOException {
    try (FileChannel channel =
        FileChannel.open(partial, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(out);
      out.flush();
      if (forced) {
        channel.force(true);
      }
    }
  }

  // Makes the new name outlive a power cut. Not every system lets a folder be opened.
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The file itself is whole and in its place; that is all this class promises.
      return;
    }
  }

  private static void deleteQuietly(Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      // The write's own outcome is what the caller must hear of; a stray partial file harms nobody.
      return;
    }
  }
}
