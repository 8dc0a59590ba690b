package magicbench.harness.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import magicbench.harness.data.TextTask;

/** A network's answers in the words of a data set. */
public final class Answers {

  private Answers() {}

  /**
   * The answers to a test part.
   *
   * @param task the data set
   * @param answers for each example the scores of its classes, or its score from 0 to 1, which a
   *     network may miss
   * @return for each example the label of the highest score, the first of several; or its score on
   *     the data set's scale, kept within it, with three decimals
   */
  public static List<String> of(TextTask task, float[][] answers) {
    return Arrays.stream(answers)
        .map(answer -> task.labels().isEmpty() ? score(answer[0]) : label(task, answer))
        .toList();
  }

  private static String label(TextTask task, float[] answer) {
    return task.labels().get(Grades.largest(answer));
  }

  private static String score(float answer) {
    double score = Math.max(0, Math.min(1, answer)) * TextTask.HIGHEST_SCORE;
    return String.format(Locale.ROOT, "%.3f", score);
  }
}
