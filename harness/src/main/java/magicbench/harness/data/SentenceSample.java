package magicbench.harness.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * A fixed share of sentences, spread evenly over several sources, kept in memory.
 *
 * <p>Of each source those sentences are taken whose hash is smallest, so the sample is the same in
 * whatever order they come; they are handed on in their source's order.
 */
final class SentenceSample implements SentenceSource {

  private static final String SALT = "sample";

  private final List<Sentence> sentences = new ArrayList<>();

  private record Ranked(long hash, long ordinal, Sentence sentence) {}

  /**
   * Draws the sample.
   *
   * @param sources what to draw from
   * @param maxSentences the most sentences in all; 0 for every sentence
   */
  SentenceSample(List<? extends SentenceSource> sources, int maxSentences) {
    int share = Math.max(1, maxSentences / sources.size());
    sources.forEach(
        source -> {
          if (maxSentences == 0) {
            source.read(sentences::add);
          } else {
            sentences.addAll(smallest(source, share));
          }
        });
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    sentences.forEach(sink);
  }

  private static List<Sentence> smallest(SentenceSource source, int count) {
    Comparator<Ranked> byHash =
        Comparator.comparingLong(Ranked::hash)
            .thenComparing(ranked -> ranked.sentence().text())
            .thenComparingLong(Ranked::ordinal);
    PriorityQueue<Ranked> kept = new PriorityQueue<>(byHash.reversed());
    long[] ordinal = {0};
    source.read(
        sentence -> {
          kept.add(new Ranked(hash(sentence), ordinal[0]++, sentence));
          if (kept.size() > count) {
            kept.remove();
          }
        });
    return kept.stream()
        .sorted(Comparator.comparingLong(Ranked::ordinal))
        .map(Ranked::sentence)
        .toList();
  }

  private static long hash(Sentence sentence) {
    return TextHash.of(SALT, sentence.text());
  }

  /**
   * How many sentences there are.
   *
   * @return the number
   */
  int size() {
    return sentences.size();
  }
}
