package magicbench.harness.experiment;

import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;

/** Opens the corpus that a trial needs. */
final class Corpora {

  private Corpora() {}

  /**
   * The corpus.
   *
   * @throws InputException when the trial needs anything else, or the corpus was cut otherwise
   */
  static Corpus of(Trial trial, ExperimentContext context, InterferenceSettings.Text text) {
    if (trial.needs().size() != 1) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs " + trial.needs().size() + " trials, not just its corpus",
          "let the scale's experiment need " + TokeniseExperiment.KIND + " only");
    }
    Corpus corpus = Corpus.open(context.artifactOf(trial.needs().get(0)));
    requireCut(corpus, trial.kind(), text);
    return corpus;
  }

  /**
   * Refuses a corpus that was cut otherwise.
   *
   * @throws InputException naming both
   */
  static void requireCut(Corpus corpus, String kind, InterferenceSettings.Text text) {
    CorpusSettings cut = corpus.summary().settings();
    if (text.vocabularySize() != cut.vocabularySize()
        || text.sequenceLength() != cut.sequenceLength()) {
      throw new InputException(
          "settings of " + kind + ", field text",
          "is "
              + text
              + ", but the corpus has "
              + cut.vocabularySize()
              + " and "
              + cut.sequenceLength(),
          "give both kinds of trial the same vocabularySize and sequenceLength");
    }
  }
}
