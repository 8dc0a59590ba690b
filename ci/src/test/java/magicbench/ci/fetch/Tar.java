package magicbench.ci.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Gzipped tar archives as a test wants them, sound or not. */
final class Tar {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar;

  Tar() {
    try {
      tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Tar with(String path, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(path, true);
    entry.setSize(content.length);
    return with(entry, content);
  }

  /** A GNU header that holds the next entry's name. */
  Tar withLongName(int length) {
    TarArchiveEntry entry =
        new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
    entry.setSize(length);
    return with(entry, "n".repeat(length).getBytes(StandardCharsets.UTF_8));
  }

  Tar withFolder(String path) {
    return with(new TarArchiveEntry(path + "/"), new byte[0]);
  }

  Tar withLink(String path, String to, byte kind) {
    TarArchiveEntry entry = new TarArchiveEntry(path, kind, true);
    entry.setLinkName(to);
    return with(entry, new byte[0]);
  }

  private Tar with(TarArchiveEntry entry, byte[] content) {
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] gzipped() {
    try {
      tar.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
