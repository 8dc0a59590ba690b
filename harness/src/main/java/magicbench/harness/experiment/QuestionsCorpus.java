package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import magicbench.harness.data.CorpusSettings;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * Which corpus questions were made against: none of what is scored on is in its training text.
 *
 * @param text what the corpus is made of
 * @param validationPercent the share of groups that it holds out, in percent
 */
record QuestionsCorpus(String text, int validationPercent) {

  static final String NAME = "questions-corpus.json";

  private static final int MAX_BYTES = 1 << 16;

  static QuestionsCorpus of(CorpusSettings settings) {
    return new QuestionsCorpus(settings.text(), settings.validationPercent());
  }

  void write(Path artifact) {
    WholeFile.write(artifact.resolve(NAME), Json.write(this));
  }

  /**
   * Refuses questions that were made against another corpus.
   *
   * @param file what {@link #write} wrote
   * @param corpus the one that the asking trial needs, which is its pre-training's in every scale
   * @throws InputException when they were, or the file is none
   */
  static void requireOf(Path file, CorpusSettings corpus) {
    byte[] text = BoundedInput.read(file, MAX_BYTES);
    try {
      QuestionsCorpus stored =
          Json.json()
              .treeToValue(
                  Json.tree(file.toString(), text, "run again the trial that wrote it"),
                  QuestionsCorpus.class);
      if (!stored.equals(of(corpus))) {
        throw new InputException(
            file.toString(),
            "tells of questions that were made for another corpus",
            "let the pre-training and the questions need the same one: it may hold what is scored"
                + " on");
      }
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    }
  }
}
