package magicbench.harness.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** IDX files for tests, written out byte by byte. */
final class IdxBytes {

  /** Two pictures of 2 × 3. */
  static final String PICTURES =
      "00000803" + "00000002" + "00000002" + "00000003" + "0001020304ff" + "102030405060";

  /** Their labels. */
  static final String LABELS = "00000801" + "00000002" + "0901";

  private IdxBytes() {}

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  static byte[] gzipped(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
