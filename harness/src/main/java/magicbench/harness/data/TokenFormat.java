package magicbench.harness.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The layout of a token file, all little-endian: a header, the tokens as unsigned 16-bit numbers,
 * and a footer that a cut-off file lacks.
 *
 * <p>Header: magic (8 bytes), version, vocabulary size, five special identifiers (4 bytes each),
 * identity (32 bytes). Footer: sentences, tokens (8 bytes each), CRC-32 of all before it (4), magic
 * (8).
 */
final class TokenFormat {

  static final int HEADER_BYTES = 8 + 7 * Integer.BYTES + 32;
  static final int FOOTER_BYTES = 2 * Long.BYTES + Integer.BYTES + 8;

  private static final long HEADER_MAGIC = 0x4e454b4f5442_4d01L;
  private static final long FOOTER_MAGIC = 0x444e455f5442_4d01L;
  private static final int VERSION = 1;
  private static final int IDENTITY_BYTES = 32;

  private TokenFormat() {}

  /**
   * What a header tells.
   *
   * @param vocabularySize the number of pieces
   * @param special the pieces that stand for no text
   * @param identity SHA-256 of what the file was made from, as hexadecimal digits
   */
  record Header(int vocabularySize, SpecialPieces special, String identity) {

    byte[] bytes() {
      return buffer(HEADER_BYTES)
          .putLong(HEADER_MAGIC)
          .putInt(VERSION)
          .putInt(vocabularySize)
          .putInt(special.pad())
          .putInt(special.unknown())
          .putInt(special.start())
          .putInt(special.separator())
          .putInt(special.mask())
          .put(HexFormat.of().parseHex(identity))
          .array();
    }

    /**
     * Reads a header.
     *
     * @param bytes the header's bytes
     * @return the header
     * @throws IllegalArgumentException when it is none, with the reason
     */
    static Header parse(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      require(in.getLong() == HEADER_MAGIC, "it does not begin like a token file");
      int version = in.getInt();
      require(version == VERSION, "its version is " + version + ", not " + VERSION);
      int vocabularySize = in.getInt();
      SpecialPieces special =
          new SpecialPieces(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
      byte[] identity = new byte[IDENTITY_BYTES];
      in.get(identity);
      return new Header(vocabularySize, special, HexFormat.of().formatHex(identity));
    }
  }

  /**
   * What a footer tells.
   *
   * @param sentences the number of sentences
   * @param tokens the number of tokens
   * @param checksum CRC-32 of the header, the tokens and {@link #counts}
   */
  record Footer(long sentences, long tokens, int checksum) {

    byte[] bytes() {
      return buffer(FOOTER_BYTES)
          .put(counts(sentences, tokens))
          .putInt(checksum)
          .putLong(FOOTER_MAGIC)
          .array();
    }

    /**
     * Reads a footer.
     *
     * @param bytes the footer's bytes
     * @return the footer
     * @throws IllegalArgumentException when it is none, with the reason
     */
    static Footer parse(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      Footer footer = new Footer(in.getLong(), in.getLong(), in.getInt());
      require(in.getLong() == FOOTER_MAGIC, "it is cut off");
      return footer;
    }

    static byte[] counts(long sentences, long tokens) {
      return buffer(2 * Long.BYTES).putLong(sentences).putLong(tokens).array();
    }
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
