package magicbench.harness.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import magicbench.results.file.InputException;

/** The tokens of a prepared corpus, mapped into memory: any size, shared between processes. */
public final class TokenStore {

  /** The file of training tokens. */
  static final String TRAIN = "train.tokens";

  /** The file of validation tokens. */
  static final String VALIDATION = "validation.tokens";

  private static final int CHUNK_TOKENS = 1 << 29;

  private final Split train;
  private final Split validation;

  private TokenStore(Split train, Split validation) {
    this.train = train;
    this.validation = validation;
  }

  /**
   * Opens a prepared corpus.
   *
   * @param folder the folder that {@link Corpus#prepare} filled
   * @return the store
   * @throws InputException when a file is missing, cut off or damaged
   */
  public static TokenStore open(Path folder) {
    return new TokenStore(
        openSplit(folder.resolve(TRAIN), CHUNK_TOKENS),
        openSplit(folder.resolve(VALIDATION), CHUNK_TOKENS));
  }

  /**
   * The training side.
   *
   * @return its tokens
   */
  public Split train() {
    return train;
  }

  /**
   * The validation side.
   *
   * @return its tokens
   */
  public Split validation() {
    return validation;
  }

  static Split openSplit(Path file, int chunkTokens) {
    try (FileChannel channel = FileChannel.open(file)) {
      return read(channel, chunkTokens);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "can't be read (" + e.getMessage() + ")", "prepare the corpus again", e);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          file.toString(), e.getMessage(), "delete it and prepare the corpus again", e);
    }
  }

  private static Split read(FileChannel channel, int chunkTokens) throws IOException {
    long size = channel.size();
    TokenFormat.require(
        size >= TokenFormat.HEADER_BYTES + TokenFormat.FOOTER_BYTES, "it is cut off");
    TokenFormat.Header header =
        TokenFormat.Header.parse(bytes(channel, 0, TokenFormat.HEADER_BYTES));
    TokenFormat.Footer footer =
        TokenFormat.Footer.parse(
            bytes(channel, size - TokenFormat.FOOTER_BYTES, TokenFormat.FOOTER_BYTES));
    long payload = size - TokenFormat.HEADER_BYTES - TokenFormat.FOOTER_BYTES;
    TokenFormat.require(
        payload == footer.tokens() * Short.BYTES,
        "it holds " + payload + " bytes of tokens, not " + footer.tokens() * Short.BYTES);
    return new Split(header, footer, map(channel, header, footer, chunkTokens), chunkTokens);
  }

  private static byte[] bytes(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, position + buffer.position());
    }
    return buffer.array();
  }

  private static List<ShortBuffer> map(
      FileChannel channel, TokenFormat.Header header, TokenFormat.Footer footer, int chunkTokens)
      throws IOException {
    List<ShortBuffer> chunks = new ArrayList<>();
    CRC32 checksum = new CRC32();
    checksum.update(header.bytes());
    for (long from = 0; from < footer.tokens(); from += chunkTokens) {
      long tokens = Math.min(chunkTokens, footer.tokens() - from);
      ByteBuffer chunk =
          channel.map(
              FileChannel.MapMode.READ_ONLY,
              TokenFormat.HEADER_BYTES + from * Short.BYTES,
              tokens * Short.BYTES);
      checksum.update(chunk.duplicate());
      chunks.add(chunk.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer());
    }
    checksum.update(TokenFormat.Footer.counts(footer.sentences(), footer.tokens()));
    TokenFormat.require((int) checksum.getValue() == footer.checksum(), "its checksum is wrong");
    return List.copyOf(chunks);
  }

  /** One side's tokens: sentences back to back, a separator after each. */
  public static final class Split {

    private final TokenFormat.Header header;
    private final TokenFormat.Footer footer;
    private final List<ShortBuffer> chunks;
    private final int chunkTokens;

    private Split(
        TokenFormat.Header header,
        TokenFormat.Footer footer,
        List<ShortBuffer> chunks,
        int chunkTokens) {
      this.header = header;
      this.footer = footer;
      this.chunks = chunks;
      this.chunkTokens = chunkTokens;
    }

    /**
     * How many tokens there are.
     *
     * @return the number, separators included
     */
    public long tokens() {
      return footer.tokens();
    }

    /**
     * How many sentences there are.
     *
     * @return the number
     */
    public long sentences() {
      return footer.sentences();
    }

    /**
     * How many word pieces there are.
     *
     * @return the vocabulary's size; every token is smaller
     */
    public int vocabularySize() {
      return header.vocabularySize();
    }

    /**
     * The pieces that stand for no text.
     *
     * @return their identifiers
     */
    public SpecialPieces special() {
      return header.special();
    }

    /**
     * What the tokens were made from.
     *
     * @return the corpus' identity
     */
    public String identity() {
      return header.identity();
    }

    /**
     * How many whole windows there are.
     *
     * @param length tokens in a window
     * @return tokens ÷ length, rounded down
     */
    public long windows(int length) {
      return tokens() / length;
    }

    /**
     * One token.
     *
     * @param index its place, from 0
     * @return its identifier
     * @throws IndexOutOfBoundsException when there is no such token
     */
    public int token(long index) {
      ShortBuffer chunk = chunks.get((int) (index / chunkTokens));
      return Short.toUnsignedInt(chunk.get((int) (index % chunkTokens)));
    }

    /**
     * Copies the tokens from window × length on.
     *
     * @param window the window's number, from 0
     * @param length tokens in a window
     * @param into where to
     * @param offset the first place to fill
     * @throws IndexOutOfBoundsException when there is no such window, or no room for it
     */
    public void copyWindow(long window, int length, int[] into, int offset) {
      for (int place = 0; place < length; place++) {
        into[offset + place] = token(window * length + place);
      }
    }
  }
}
