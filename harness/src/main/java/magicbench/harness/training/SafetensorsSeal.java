package magicbench.harness.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import magicbench.results.file.Hashes;

/**
 * The SHA-256 of a safetensors file in its own metadata: over the header, with 64 zeros in the
 * digest's place, and all data. A single flipped bit anywhere behind the header's length shows.
 */
final class SafetensorsSeal {

  /** The metadata's entry. */
  static final String KEY = "sha256";

  /** What stands in the entry while the digest is computed. */
  static final String BLANK = "0".repeat(64);

  private static final int BUFFER_BYTES = 1 << 18;

  private final MessageDigest digest = Hashes.newDigest();

  /** Begins with a header whose entry is blank. */
  SafetensorsSeal(byte[] blankHeader) {
    digest.update(blankHeader);
  }

  void update(byte[] bytes, int count) {
    digest.update(bytes, 0, count);
  }

  /** Adds a file's bytes from a position to its end. */
  void update(FileChannel channel, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long position = from;
    while (channel.read(buffer.clear(), position) >= 0) {
      position += buffer.position();
      digest.update(buffer.flip());
    }
  }

  String hexadecimal() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The same header with another digest in it; unchanged where it doesn't hold the first. */
  static byte[] replace(byte[] header, String digest, String other) {
    String text = new String(header, StandardCharsets.UTF_8);
    return text.replace(entry(digest), entry(other)).getBytes(StandardCharsets.UTF_8);
  }

  /** Quotes within a metadata value are escaped, so that only the entry itself reads like this. */
  private static String entry(String digest) {
    return '"' + KEY + "\":\"" + digest + '"';
  }
}
