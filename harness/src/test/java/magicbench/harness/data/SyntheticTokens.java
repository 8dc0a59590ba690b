package magicbench.harness.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Token files of any size without meaning, for benchmarks. */
public final class SyntheticTokens {

  private static final SpecialPieces SPECIAL = new SpecialPieces(0, 1, 2, 3, 4);
  private static final int SENTENCE = 19;

  private SyntheticTokens() {}

  /**
   * Writes a token file and opens it, memory-mapped as a real one.
   *
   * @param file where to
   * @param vocabulary the number of pieces
   * @param tokens the number of tokens, rounded up to whole sentences
   * @param seeds where the pieces come from (stream {@code synthetic-tokens})
   * @return the open file
   * @throws IOException when the disk refuses
   */
  public static TokenStore.Split split(Path file, int vocabulary, int tokens, Seeds seeds)
      throws IOException {
    UniformRandomProvider random = seeds.random("synthetic-tokens");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      TokenFormat.Header header = new TokenFormat.Header(vocabulary, SPECIAL, "00".repeat(32));
      TokenWriter writer = new TokenWriter(out, header);
      for (int done = 0; done < tokens; done += SENTENCE + 1) {
        writer.add(random.ints(SENTENCE, SpecialPieces.COUNT, vocabulary).toArray());
      }
      writer.finish();
    }
    return TokenStore.openSplit(file, Integer.MAX_VALUE);
  }
}
