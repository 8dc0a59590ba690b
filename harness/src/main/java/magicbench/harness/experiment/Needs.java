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
    return only(all(name), name, kind);
  }

  /**
   * The one file of a name that was left without another one beside it.
   *
   * @param beside the other file's name
   * @param name the file's name
   * @param kind what kind of trial leaves such a file, for messages
   * @throws InputException when none of them left it, or several did
   */
  Path onlyWithout(String beside, String name, String kind) {
    List<Path> found =
        all(name).stream().filter(file -> !Files.exists(file.resolveSibling(beside))).toList();
    return only(found, name, kind);
  }

  private Path only(List<Path> found, String name, String kind) {
    if (found.size() != 1) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs " + found.size() + " trials that leave " + name + ", not one",
          "let the scale's experiment need one trial of " + kind);
    }
    return found.get(0);
  }

  /**
   * The one file that a teacher left.
   *
   * @param name the file's name
   * @param kind what kind of trial leaves such a file
   * @throws IllegalStateException when none was left, which is no fault of what is asked: a teacher
   *     may have diverged
   * @throws InputException when several were
   */
  Path ofTeacher(String name, String kind) {
    if (all(name).isEmpty()) {
      throw new IllegalStateException(
          "no teacher left "
              + name
              + ": its trial of "
              + kind
              + " diverged, or "
              + trial.kind()
              + " needs none");
    }
    return only(name, kind);
  }

  /**
   * Refuses a teacher that has no part of the loss: it would pass for having taught.
   *
   * @param name the file that it would have left
   * @throws InputException when it is among the needs
   */
  void requireNoTeacher(String name) {
    if (!all(name).isEmpty()) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs a teacher, which left " + name + ", and has no softShare",
          "set softShare above 0, or take the teacher out of its needs");
    }
  }

  /**
   * Refuses a trained network that isn't asked to run beside.
   *
   * @param name the file that it would have left
   * @throws InputException when it is among the needs
   */
  void requireNoModel(String name) {
    if (!all(name).isEmpty()) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs a trained network, which left " + name + ", and names no teacher",
          "give the setting teacher its space, architecture and weights, or take it out of its"
              + " needs");
    }
  }

  /**
   * Refuses a second teacher, which told beforehand: only the one that runs beside would be heard.
   *
   * @param name the file that it would have left
   * @throws InputException when it is among the needs
   */
  void requireOneTeacher(String name) {
    if (!all(name).isEmpty()) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs a teacher that runs beside and one that left " + name,
          "take one of them out of its needs");
    }
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
    Path own = weights.getParent();
    if (!TextEncoder.isIn(own)) {
      return corpus(text);
    }
    try (TextEncoder encoder = TextEncoder.of(own)) {
      if (encoder.vocabulary() != text.vocabularySize()) {
        throw new InputException(
            "settings of " + trial.kind() + ", field text",
            "has "
                + text.vocabularySize()
                + " word pieces, but the network brought "
                + encoder.vocabulary(),
            "give its own number as vocabularySize");
      }
    }
    return Corpus.open(corpusFolder());
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

  /** Which corpus it is. */
  String corpusIdentity() {
    return Corpus.identityOf(corpusFolder());
  }

  /** The folder of that corpus. */
  Path corpusFolder() {
    return only(Corpus.SUMMARY, TokeniseExperiment.KIND).getParent();
  }
}
