package magicbench.harness.data;

import java.util.List;

/** BERT's tokenizer with hardly a vocabulary: the five special pieces, then a, b and ##b. */
public final class SmallTokenizer {

  private static final List<String> PIECES =
      List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "b", "##b");

  private SmallTokenizer() {}

  /** Skips the test, with the reason, where the published tokenizer is missing. */
  public static String json() {
    return RealData.tokenizer().withPieces(PIECES).json();
  }
}
