package magicbench.harness.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.TextEncoder;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;

/**
 * What a trial's needs left for it. Needs have no order, so each is known by the file that it left.
 *
 * @param trial the trial
 * @param context finds what they left
 */
record Needs(Trial trial, ExperimentContext context) {

  /**
   * The one file of a name that the needs left.
   *
   * @param name the file's name
   * @param kind what kind of trial leaves such a file, for messages
   * @throws InputException when none of them left it, or several did
   */
  Path only(String name, String kind) {
    List<Path> found = all(name);
    if (found.size() != 1) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs " + found.size() + " trials that leave " + name + ", not one",
          "let the scale's experiment need one trial of " + kind);
    }
    return found.get(0);
  }

  /**
   * The files of a name that the needs left.
   *
   * @param name the files' name
   */
  List<Path> all(String name) {
    return trial.needs().stream()
        .map(need -> context.artifactOf(need).resolve(name))
        .filter(Files::isRegularFile)
        .toList();
  }

  /**
   * The corpus that one of them left.
   *
   * @param text what it must have been cut to
   * @throws InputException when there isn't just one, or it was cut otherwise
   */
  Corpus corpus(InterferenceSettings.Text text) {
    Corpus corpus = Corpus.open(corpusFolder());
    CorpusSettings cut = corpus.summary().settings();
    if (text.vocabularySize() != cut.vocabularySize()
        || text.sequenceLength() != cut.sequenceLength()) {
      throw new InputException(
          "settings of " + trial.kind() + ", field text",
          "is "
              + text
              + ", but the corpus has "
              + cut.vocabularySize()
              + " and "
              + cut.sequenceLength(),
          "give both kinds of trial the same vocabularySize and sequenceLength");
    }
    return corpus;
  }

  /**
   * The corpus, where a network may have brought its own word pieces.
   *
   * @param text what it must have been cut to, unless the network brought its own
   * @param weights the network's
   * @throws InputException when there isn't just one, or it was cut otherwise
   */
  Corpus corpus(InterferenceSettings.Text text, Path weights) {
    return TextEncoder.isIn(weights.getParent()) ? Corpus.open(corpusFolder()) : corpus(text);
  }

  /**
   * The encoder of a network's texts: of those word pieces that it brought, else of the corpus.
   *
   * @param weights the network's
   * @return to be closed
   */
  TextEncoder encoder(Path weights) {
    return TextEncoder.of(encoderFolder(weights));
  }

  /** The folder of that encoder. */
  Path encoderFolder(Path weights) {
    Path own = weights.getParent();
    return TextEncoder.isIn(own) ? own : corpusFolder();
  }

  /** The folder of that corpus. */
  Path corpusFolder() {
    return only(Corpus.SUMMARY, TokeniseExperiment.KIND).getParent();
  }
}
