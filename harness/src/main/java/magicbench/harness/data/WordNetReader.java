package magicbench.harness.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Definitions and example sentences of WordNet's synsets.
 *
 * <p>A gloss follows the line's first {@code " | "}. What comes before the first quotation that
 * follows a semicolon is the definition, each later quotation an example (WordNet manual, wndb(5)).
 * A group is a synset, so that a definition and its examples stay together.
 */
final class WordNetReader implements SentenceSource {

  private static final List<String> PARTS_OF_SPEECH = List.of("noun", "verb", "adj", "adv");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  private final Archive archive;

  WordNetReader(Path jar) {
    this.archive = new Archive(jar);
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    for (String partOfSpeech : PARTS_OF_SPEECH) {
      SynsetLine.read(archive, partOfSpeech, line -> read(line, partOfSpeech, sink));
    }
  }

  private static void read(SynsetLine line, String partOfSpeech, Consumer<? super Sentence> sink) {
    String synset = group(partOfSpeech, line);
    sink.accept(new Sentence(synset, line.definition(), DataCatalogue.WORDNET));
    Matcher quoted = QUOTED.matcher(line.examples());
    while (quoted.find()) {
      sink.accept(new Sentence(synset, quoted.group(1).strip(), DataCatalogue.WORDNET));
    }
  }

  /** The group that a synset is split by. */
  static String group(String partOfSpeech, SynsetLine line) {
    return partOfSpeech + line.offset();
  }
}
