package magicbench.harness.data;

import java.util.function.Consumer;
import magicbench.results.file.InputException;

/** Sentences that can be read again and again, always the same ones in the same order. */
@FunctionalInterface
interface SentenceSource {

  /**
   * Reads every sentence, one after the other, without keeping them.
   *
   * @param sink takes each sentence
   * @throws InputException when the files are missing, broken or too large
   */
  void read(Consumer<? super Sentence> sink);

  /** The same sentences; each reading tells of every sentence. */
  default SentenceSource telling(Runnable alive) {
    return sink ->
        read(
            sentence -> {
              alive.run();
              sink.accept(sentence);
            });
  }
}
