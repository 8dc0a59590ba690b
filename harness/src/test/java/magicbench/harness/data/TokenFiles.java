package magicbench.harness.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Hand-made token files. */
final class TokenFiles {

  static final int VOCABULARY = 300;
  static final SpecialPieces SPECIAL = new SpecialPieces(0, 1, 2, 3, 4);
  static final String IDENTITY = "ab".repeat(32);

  private TokenFiles() {}

  /** A file of sentences; each gets its separator. */
  static byte[] bytes(int[]... sentences) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TokenWriter writer =
          new TokenWriter(out, new TokenFormat.Header(VOCABULARY, SPECIAL, IDENTITY));
      for (int[] sentence : sentences) {
        writer.add(sentence);
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Sentences of nine textual pieces, with one unknown piece in each. */
  static TokenStore.Split split(Path file, int sentences) throws IOException {
    Random random = new Random(7);
    int[][] all = new int[sentences][9];
    for (int[] sentence : all) {
      for (int place = 1; place < sentence.length; place++) {
        sentence[place] = SpecialPieces.COUNT + random.nextInt(VOCABULARY - SpecialPieces.COUNT);
      }
      sentence[0] = SPECIAL.unknown();
    }
    Files.write(file, bytes(all));
    return TokenStore.openSplit(file, 1 << 20);
  }
}
