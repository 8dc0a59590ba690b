package magicbench.harness.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/data.";
  private static final List<String> PARTS_OF_SPEECH = List.of("noun", "verb", "adj", "adv");
  private static final long MAX_ENTRY_BYTES = 64L << 20;
  private static final String LICENCE_INDENT = "  ";
  private static final String GLOSS = " | ";
  private static final String FIRST_EXAMPLE = "; \"";
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final int OFFSET_DIGITS = 8;

  private final Archive archive;

  WordNetReader(Path jar) {
    this.archive = new Archive(jar);
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    for (String partOfSpeech : PARTS_OF_SPEECH) {
      String entry = FOLDER + partOfSpeech;
      archive.read(entry, MAX_ENTRY_BYTES, in -> readEntry(in, entry, partOfSpeech, sink));
    }
  }

  private long readEntry(
      InputStream in, String entry, String partOfSpeech, Consumer<? super Sentence> sink)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.startsWith(LICENCE_INDENT) && !line.isBlank()) {
        int gloss = line.indexOf(GLOSS);
        if (gloss < OFFSET_DIGITS) {
          throw archive.fault(entry, "line " + number + " has no gloss");
        }
        String synset = partOfSpeech + line.substring(0, OFFSET_DIGITS);
        readGloss(line.substring(gloss + GLOSS.length()).strip(), synset, sink);
      }
    }
    return number;
  }

  private static void readGloss(String gloss, String synset, Consumer<? super Sentence> sink) {
    int examples = gloss.indexOf(FIRST_EXAMPLE);
    String definition = examples < 0 ? gloss : gloss.substring(0, examples);
    sink.accept(new Sentence(synset, definition, DataCatalogue.WORDNET));
    Matcher quoted = QUOTED.matcher(examples < 0 ? "" : gloss.substring(examples));
    while (quoted.find()) {
      sink.accept(new Sentence(synset, quoted.group(1).strip(), DataCatalogue.WORDNET));
    }
  }
}
