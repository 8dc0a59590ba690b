package magicbench.harness.data;

/**
 * What a corpus is made of.
 *
 * @param text {@value #EMBEDDED}, or the path of a folder of {@code .txt} or {@code .jsonl} files
 * @param vocabularySize how many word pieces, 32 to 65,536; with as many as the whole vocabulary
 *     has or more, the whole vocabulary is used
 * @param sequenceLength tokens in a window, 8 to 4,096
 * @param validationPercent the share of groups held out, in percent, 1 to 50
 * @param maxSentences the most sentences, spread over the sources; 0 for all
 */
public record CorpusSettings(
    String text, int vocabularySize, int sequenceLength, int validationPercent, int maxSentences) {

  /** The text that comes with the build: WordNet, LanguageTool and Europarl. */
  public static final String EMBEDDED = "embedded";

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException when a value is out of its range
   */
  public CorpusSettings {
    check("vocabularySize", vocabularySize, 32, 65_536);
    check("sequenceLength", sequenceLength, 8, 4_096);
    check("validationPercent", validationPercent, 1, 50);
    check("maxSentences", maxSentences, 0, Integer.MAX_VALUE);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", not within " + least + " to " + most);
    }
  }
}
