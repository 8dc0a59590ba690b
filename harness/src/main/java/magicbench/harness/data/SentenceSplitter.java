package magicbench.harness.data;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Cuts running English text into sentences, by punctuation and by runs of spaces. */
final class SentenceSplitter {

  /** After a full stop, question or exclamation mark before a capital; or a run of spaces. */
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?<=[.!?][\"'\u2019\u201d)]{0,2})\\s+(?=[\"'\u2018\u201c(]?[\\p{Lu}\\p{Nd}])|\\s{2,}");

  private SentenceSplitter() {}

  /**
   * Cuts text.
   *
   * @param text one or more sentences
   * @param sink takes each sentence, without blanks around it; never a blank one
   */
  static void split(String text, Consumer<String> sink) {
    BOUNDARY.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).forEach(sink);
  }
}
