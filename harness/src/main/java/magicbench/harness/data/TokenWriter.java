package magicbench.harness.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Writes one token file as a stream; see {@link TokenFormat}. */
final class TokenWriter {

  private final OutputStream out;
  private final int separator;
  private final CRC32 checksum = new CRC32();
  private long sentences;
  private long tokens;

  /**
   * Begins a file.
   *
   * @param out where to
   * @param header what the file is about
   * @throws IOException when the disk refuses
   */
  TokenWriter(OutputStream out, TokenFormat.Header header) throws IOException {
    this.out = out;
    this.separator = header.special().separator();
    out.write(header.bytes());
    checksum.update(header.bytes());
  }

  /**
   * Adds one sentence and the separator after it.
   *
   * @param pieces the sentence's pieces
   * @throws UncheckedIOException when the disk refuses
   */
  void add(int[] pieces) {
    byte[] bytes = new byte[(pieces.length + 1) * Short.BYTES];
    for (int place = 0; place <= pieces.length; place++) {
      int id = place < pieces.length ? pieces[place] : separator;
      bytes[Short.BYTES * place] = (byte) id;
      bytes[Short.BYTES * place + 1] = (byte) (id >>> Byte.SIZE);
    }
    checksum.update(bytes);
    sentences++;
    tokens += pieces.length + 1L;
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the file.
   *
   * @throws IOException when the disk refuses
   */
  void finish() throws IOException {
    checksum.update(TokenFormat.Footer.counts(sentences, tokens));
    out.write(new TokenFormat.Footer(sentences, tokens, (int) checksum.getValue()).bytes());
  }
}
