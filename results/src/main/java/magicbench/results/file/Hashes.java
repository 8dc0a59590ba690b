package magicbench.results.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as text and as a seed. */
public final class Hashes {

  private Hashes() {}

  /**
   * The SHA-256 of some bytes.
   *
   * @param bytes any bytes
   * @return 64 lower-case hexadecimal digits
   */
  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  /**
   * A fresh SHA-256 digest.
   *
   * @return the digest, empty
   */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The first 64 bits of the SHA-256 of some bytes.
   *
   * @param bytes any bytes
   * @return a number that depends on every byte
   */
  public static long first64Bits(byte[] bytes) {
    return ByteBuffer.wrap(newDigest().digest(bytes)).getLong();
  }
}
