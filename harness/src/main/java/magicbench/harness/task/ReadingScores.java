package magicbench.harness.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import magicbench.harness.data.SquadQuestion;

/** SQuAD's metrics of a network's answers: means over the questions, 0 to 1. */
public final class ReadingScores {

  /** The mean of {@link AnswerText#f1}. */
  public static final String F1 = "f1";

  /** The mean of {@link AnswerText#exactMatch}. */
  public static final String EXACT = "exactMatch";

  /** Which constant answer is best takes no more questions to know. */
  private static final int MOST_KNOWN = 2_000;

  private static final String ANSWERABLE = "answerable.";
  private static final String UNANSWERABLE = "unanswerable.";

  private ReadingScores() {}

  /**
   * Every metric.
   *
   * @param questions what was asked, at least one
   * @param answers the answer to each
   * @param threshold by how much none must score higher to be the answer
   * @return by the metric's name; where some questions have no answer, those of both kinds apart
   *     too
   */
  public static SortedMap<String, Double> of(
      List<SquadQuestion> questions, List<ReadingAnswer> answers, double threshold) {
    List<String> given = answers.stream().map(answer -> answer.given(threshold)).toList();
    SortedMap<String, Double> scores = new TreeMap<>();
    put(scores, "", questions, given);
    List<Integer> none = new ArrayList<>();
    List<Integer> some = new ArrayList<>();
    for (int number = 0; number < questions.size(); number++) {
      (questions.get(number).isAnswerable() ? some : none).add(number);
    }
    if (!none.isEmpty() && !some.isEmpty()) {
      put(scores, ANSWERABLE, chosen(questions, some), chosen(given, some));
      put(scores, UNANSWERABLE, chosen(questions, none), chosen(given, none));
    }
    return scores;
  }

  private static <T> List<T> chosen(List<T> all, List<Integer> places) {
    return places.stream().map(all::get).toList();
  }

  private static void put(
      SortedMap<String, Double> scores,
      String prefix,
      List<SquadQuestion> questions,
      List<String> given) {
    scores.put(prefix + EXACT, mean(questions, given, AnswerText::exactMatch));
    scores.put(prefix + F1, mean(questions, given, AnswerText::f1));
  }

  private static double mean(
      List<SquadQuestion> questions,
      List<String> given,
      ToDoubleBiFunction<String, List<String>> metric) {
    double sum = 0;
    for (int number = 0; number < questions.size(); number++) {
      sum += metric.applyAsDouble(given.get(number), questions.get(number).answerTexts());
    }
    return sum / questions.size();
  }

  /**
   * The threshold that is best for F1.
   *
   * @param questions some whose answers are known; none for no threshold
   * @param answers the answer to each
   * @return see {@link NullThreshold#best}; infinity where there is no question
   */
  public static double threshold(List<SquadQuestion> questions, List<ReadingAnswer> answers) {
    if (questions.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    List<NullThreshold.Known> known = new ArrayList<>();
    for (int number = 0; number < questions.size(); number++) {
      List<String> accepted = questions.get(number).answerTexts();
      ReadingAnswer answer = answers.get(number);
      known.add(
          new NullThreshold.Known(
              answer.noAnswer(),
              AnswerText.f1(answer.text(), accepted),
              AnswerText.f1("", accepted)));
    }
    return NullThreshold.best(known);
  }

  /**
   * What is reached without reading: each metric of the best constant answer, be it none, the whole
   * text, or so many of its words from the n-th on, as was best on other questions (the first
   * {@value #MOST_KNOWN} of them). It knows places only: where a network that has read no question
   * could tell the right sort of words from others, that is more.
   *
   * @param known questions that may be learnt from, at least one
   * @param asked what is asked, at least one
   * @return {@link #EXACT} and {@link #F1}, 0 to 1
   */
  public static SortedMap<String, Double> withoutReading(
      List<SquadQuestion> known, List<SquadQuestion> asked) {
    SortedMap<String, Double> scores = new TreeMap<>();
    scores.put(EXACT, withoutReading(known, asked, AnswerText::exactMatch));
    scores.put(F1, withoutReading(known, asked, AnswerText::f1));
    return scores;
  }

  private static double withoutReading(
      List<SquadQuestion> known,
      List<SquadQuestion> asked,
      ToDoubleBiFunction<String, List<String>> metric) {
    List<SquadQuestion> first = known.subList(0, Math.min(known.size(), MOST_KNOWN));
    ConstantAnswer best =
        ConstantAnswer.all().stream()
            .max(Comparator.comparingDouble(answer -> mean(first, answer.to(first), metric)))
            .orElseThrow();
    return mean(asked, best.to(asked), metric);
  }
}
