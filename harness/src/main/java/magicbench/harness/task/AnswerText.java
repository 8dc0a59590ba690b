package magicbench.harness.task;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;

/**
 * SQuAD's two metrics of one answer (Rajpurkar et al. 2016 and 2018): texts are compared in lower
 * case, without punctuation (ASCII's 32 marks) and the articles a, an and the, whatever blanks lie
 * between their words; of several accepted answers the best counts.
 */
public final class AnswerText {

  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
  private static final Pattern ARTICLES =
      Pattern.compile("\\b(a|an|the)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private AnswerText() {}

  /**
   * Brings an answer to the form in which answers are compared.
   *
   * @param text any text
   * @return its words with one blank between them; empty where nothing is left
   */
  public static String normalised(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String words = PUNCTUATION.matcher(lower).replaceAll("");
    String bare = ARTICLES.matcher(words).replaceAll(" ");
    return BLANKS.matcher(bare).replaceAll(" ").strip();
  }

  /**
   * Whether an answer is one of those that are accepted.
   *
   * @param answer the answer; empty for none
   * @param accepted what is accepted; nothing where the right answer is none
   * @return 1 or 0
   */
  public static double exactMatch(String answer, List<String> accepted) {
    return best(answer, accepted, AnswerText::equal);
  }

  /**
   * How many words an answer has in common with an accepted one: the harmonic mean of the shares of
   * both that they are, each word as often as both have it. Two answers without any word are equal.
   *
   * @param answer the answer; empty for none
   * @param accepted what is accepted; nothing where the right answer is none
   * @return 0 to 1
   */
  public static double f1(String answer, List<String> accepted) {
    return best(answer, accepted, AnswerText::overlap);
  }

  /** An accepted answer without any word doesn't count, unless there is no other. */
  private static double best(
      String answer, List<String> accepted, ToDoubleBiFunction<String, String> metric) {
    List<String> worded =
        accepted.stream().map(AnswerText::normalised).filter(text -> !text.isEmpty()).toList();
    String given = normalised(answer);
    return (worded.isEmpty() ? List.of("") : worded)
        .stream().mapToDouble(each -> metric.applyAsDouble(given, each)).max().orElseThrow();
  }

  private static double equal(String one, String other) {
    return one.equals(other) ? 1 : 0;
  }

  private static double overlap(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return equal(one, other);
    }
    String[] left = one.split(" ", -1);
    String[] right = other.split(" ", -1);
    Map<String, Integer> counts = new HashMap<>();
    Arrays.stream(right).forEach(word -> counts.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : left) {
      common += counts.merge(word, -1, Integer::sum) >= 0 ? 1 : 0;
    }
    return 2.0 * common / (left.length + right.length);
  }
}
