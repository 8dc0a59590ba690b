package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import magicbench.harness.data.GrammarExamples.Example;
import magicbench.harness.data.GrammarExamples.MarkedError;
import magicbench.harness.data.SquadQuestion.Span;

/**
 * Makes {@link ReadingTask#ERROR_SPAN} and {@link ReadingTask#ERROR_OR_NONE} of LanguageTool's
 * grammar rules: the question is what a rule says, the text a wrong sentence of that rule, the
 * answer what is marked in it. A question without an answer has the sentence with the correction in
 * the place of the error.
 *
 * <p>A group of rules lies in one part. Rules on upper and lower case are left out, for the
 * tokenizer doesn't see the difference, and so are messages with gaps, answers without a word that
 * counts, and corrections that differ in case alone. What is scored on is in no text that was
 * trained on: neither in the embedded corpus, nor in the other part, whatever the case and
 * punctuation.
 */
final class ErrorSpanMaker {

  private static final String CASE_RULES = "CASING";

  /** A letter or digit of a word that counts in an answer, which articles don't. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\b(?!(?:a|an|the)\\b)[\\p{L}\\p{N}]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private final List<Example> examples = new ArrayList<>();
  private final int heldOutPercent;
  private final TrainedTexts corpus;

  /**
   * Reads the rules.
   *
   * @param jar LanguageTool's
   * @param heldOutPercent the share of groups of rules that are scored on, in percent
   * @param corpus what a pre-training sees
   */
  ErrorSpanMaker(Path jar, int heldOutPercent, TrainedTexts corpus) {
    this.heldOutPercent = heldOutPercent;
    this.corpus = corpus;
    Set<String> met = new HashSet<>();
    new GrammarExamples(jar)
        .read(
            example -> {
              if (isAsked(example) && met.add(example.text())) {
                examples.add(example);
              }
            });
  }

  private static boolean isAsked(Example example) {
    return !example.category().equals(CASE_RULES)
        && example
            .error()
            .filter(error -> WORD.matcher(error.at().in(example.text())).find())
            .isPresent();
  }

  /** Both parts of a task. */
  EmbeddedQuestions questions(ReadingTask task, DataSet dataSet) {
    List<SquadQuestion> train = questions(task, false);
    TrainedTexts own = new TrainedTexts();
    train.forEach(question -> own.add(question.context()));
    List<SquadQuestion> dev =
        questions(task, true).stream()
            .filter(question -> !corpus.contains(question.context()))
            .filter(question -> !own.contains(question.context()))
            .toList();
    return new EmbeddedQuestions(task, dataSet, train, dev);
  }

  private List<SquadQuestion> questions(ReadingTask task, boolean heldOut) {
    List<SquadQuestion> questions = new ArrayList<>();
    for (int number = 0; number < examples.size(); number++) {
      Example example = examples.get(number);
      if (GroupSplit.isHeldOut(example.rules(), heldOutPercent) == heldOut) {
        add(task, number, example, questions);
      }
    }
    return questions;
  }

  private static void add(
      ReadingTask task, int number, Example example, List<SquadQuestion> questions) {
    MarkedError error = example.error().orElseThrow();
    String id = task.title() + "-" + number;
    questions.add(new SquadQuestion(id, error.message(), example.text(), List.of(error.at())));
    if (task.asksWhatHasNoAnswer()) {
      error
          .correction()
          .map(instead -> corrected(example.text(), error.at(), instead))
          .filter(text -> !text.isBlank() && !text.equalsIgnoreCase(example.text()))
          .ifPresent(
              text ->
                  questions.add(new SquadQuestion(id + "-none", error.message(), text, List.of())));
    }
  }

  private static String corrected(String text, Span error, String instead) {
    String all = text.substring(0, error.from()) + instead + text.substring(error.to());
    return all.replaceAll("\\s+", " ").strip();
  }
}
