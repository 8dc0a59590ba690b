package magicbench.harness.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import magicbench.results.file.InputException;

/**
 * One synset in a data file of WordNet (WordNet manual, wndb(5)).
 *
 * @param where the archive and the file in it
 * @param number the line's number in the file, from 1
 * @param fields what comes before the gloss; begins with the offset, 8 digits
 * @param gloss the definition, and examples in quotation marks behind it
 */
record SynsetLine(String where, long number, String fields, String gloss) {

  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/data.";
  private static final long MAX_ENTRY_BYTES = 64L << 20;
  private static final String LICENCE_INDENT = "  ";
  private static final String BAR = " | ";
  private static final String FIRST_EXAMPLE = "; \"";
  private static final int OFFSET_DIGITS = 8;

  /**
   * Tells of every synset, in the order of the file.
   *
   * @param partOfSpeech as the file is called: {@code noun}, {@code verb}, {@code adj}, {@code adv}
   * @throws InputException naming the line that is no synset
   */
  static void read(Archive archive, String partOfSpeech, Consumer<SynsetLine> sink) {
    String entry = FOLDER + partOfSpeech;
    archive.read(
        entry,
        MAX_ENTRY_BYTES,
        in -> {
          readLines(in, archive, entry, sink);
          return true;
        });
  }

  private static void readLines(
      InputStream in, Archive archive, String entry, Consumer<SynsetLine> sink) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.startsWith(LICENCE_INDENT) && !line.isBlank()) {
        int bar = line.indexOf(BAR);
        if (bar < OFFSET_DIGITS) {
          throw archive.fault(entry, "line " + number + " has no gloss");
        }
        sink.accept(
            new SynsetLine(
                archive.where(entry),
                number,
                line.substring(0, bar),
                line.substring(bar + BAR.length()).strip()));
      }
    }
  }

  /** Where the synset begins in its file. */
  String offset() {
    return fields.substring(0, OFFSET_DIGITS);
  }

  /** The gloss up to the first quotation that follows a semicolon. */
  String definition() {
    int examples = gloss.indexOf(FIRST_EXAMPLE);
    return examples < 0 ? gloss : gloss.substring(0, examples);
  }

  /** The rest of the gloss. */
  String examples() {
    return gloss.substring(definition().length());
  }

  InputException fault(String what) {
    return new InputException(
        where, "line " + number + " " + what, "delete the archive and build again");
  }
}
