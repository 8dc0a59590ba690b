package magicbench.harness.data;

import java.util.List;

/**
 * A question on a text that may hold the answer.
 *
 * @param id its name in the file
 * @param question what is asked
 * @param context the text
 * @param answers where the answers stand that people gave; none where the text holds no answer
 */
public record SquadQuestion(String id, String question, String context, List<Span> answers) {

  /** Keeps an immutable copy. */
  public SquadQuestion {
    answers = List.copyOf(answers);
  }

  /**
   * A part of a text, in Java's characters (of which one outside of Unicode's first plane has two).
   *
   * @param from its first character's place, from 0
   * @param to the place behind its last character
   */
  public record Span(int from, int to) {

    /** Checks that it isn't empty. */
    public Span {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("a span from " + from + " to " + to);
      }
    }

    /**
     * What stands there.
     *
     * @param text the text
     * @return that part of it, unchanged
     */
    public String in(String text) {
      return text.substring(from, to);
    }
  }

  /**
   * Whether the text holds an answer.
   *
   * @return whether people gave one
   */
  public boolean isAnswerable() {
    return !answers.isEmpty();
  }

  /**
   * The answers that people gave.
   *
   * @return their texts, unchanged, in the order of the file
   */
  public List<String> answerTexts() {
    return answers.stream().map(span -> span.in(context)).toList();
  }
}
