package magicbench.harness.data;

import java.util.List;
import java.util.SortedMap;

/**
 * What a prepared corpus holds, and what it was made from.
 *
 * <p>The two entropies are about the pieces that can be masked (no special ones): a model that
 * knows nothing but frequencies reaches no lower validation loss.
 *
 * @param settings what was asked for
 * @param identity SHA-256 over the settings and the origins
 * @param origins the files read
 * @param vocabularySize the number of word pieces
 * @param train the training side
 * @param validation the validation side
 * @param droppedSentences validation sentences whose letters and digits also occur in training, and
 *     sentences of either side without any letter or digit
 * @param malformedLines lines of the folder that could not be read
 * @param unknownShare the unknown piece's share of all pieces but separators, 0 to 1
 * @param piecesPerWord the mean number of pieces in a space-separated word
 * @param validationEntropyNats the entropy of validation pieces under their own distribution
 * @param validationCrossEntropyNats the cross-entropy of validation pieces under the training
 *     distribution with one added to every count
 */
public record CorpusSummary(
    CorpusSettings settings,
    String identity,
    List<DataOrigin> origins,
    int vocabularySize,
    Part train,
    Part validation,
    long droppedSentences,
    long malformedLines,
    double unknownShare,
    double piecesPerWord,
    double validationEntropyNats,
    double validationCrossEntropyNats) {

  /**
   * One side of the split.
   *
   * @param sentences the number of sentences
   * @param tokens the number of tokens, one separator a sentence included
   * @param windows the number of whole windows of the settings' length
   * @param sources the same by source
   */
  public record Part(
      long sentences, long tokens, long windows, SortedMap<String, SourceCounts> sources) {}

  /**
   * One source's share of a side.
   *
   * @param sentences the number of sentences
   * @param tokens the number of tokens
   */
  public record SourceCounts(long sentences, long tokens) {

    SourceCounts plus(SourceCounts other) {
      return new SourceCounts(sentences + other.sentences, tokens + other.tokens);
    }
  }
}
