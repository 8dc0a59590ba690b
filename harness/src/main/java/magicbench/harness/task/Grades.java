package magicbench.harness.task;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.harness.data.TextTask;
import magicbench.results.stats.Classification;
import magicbench.results.stats.RankCorrelation;

/** GLUE's metrics of a network's answers. */
public final class Grades {

  private static final String ACCURACY = "accuracy";
  private static final String MAJORITY = "majorityAccuracy";
  private static final double POINTS = 100;

  private Grades() {}

  /**
   * Every metric that any convention takes of a data set.
   *
   * @param task the data set
   * @param answers for each example the scores of its classes, or its score
   * @param targets each example's class, or its score
   * @return values from -1 to 1 by the metric's name; null where the answers leave it undefined
   */
  public static SortedMap<String, Double> of(TextTask task, float[][] answers, double[] targets) {
    SortedMap<String, Double> grades = new TreeMap<>();
    if (task.labels().isEmpty()) {
      double[] scores = Arrays.stream(answers).mapToDouble(answer -> answer[0]).toArray();
      put(grades, "pearson", RankCorrelation.pearson(scores, targets));
      put(grades, "spearman", RankCorrelation.spearman(scores, targets));
      return grades;
    }
    int[] predicted = Arrays.stream(answers).mapToInt(Grades::largest).toArray();
    int[] actual = Arrays.stream(targets).mapToInt(target -> (int) target).toArray();
    grades.put(ACCURACY, Classification.accuracy(predicted, actual));
    grades.put(MAJORITY, majority(actual));
    if (task.labels().size() == 2) {
      put(grades, "f1", Classification.f1(predicted, actual));
      put(grades, "matthews", Classification.matthews(predicted, actual));
    }
    return grades;
  }

  /**
   * What a task's grades come to, in one number of points.
   *
   * @param task the data set
   * @param grades what {@link #of} made
   * @return 100 times the main metric; 0 where a correlation is undefined, since answers that are
   *     all alike tell nothing apart
   */
  public static double score(TextTask task, SortedMap<String, Double> grades) {
    Double value = grades.get(task.mainMetric());
    return value == null ? 0 : POINTS * value;
  }

  /**
   * What is scored without reading a single text.
   *
   * @param task the data set
   * @param grades what {@link #of} made
   * @return points: 100 times the majority's accuracy, or 0 where the main metric is a correlation
   */
  public static double chance(TextTask task, SortedMap<String, Double> grades) {
    return task.mainMetric().equals(ACCURACY) ? POINTS * grades.get(MAJORITY) : 0;
  }

  private static void put(SortedMap<String, Double> grades, String name, OptionalDouble value) {
    grades.put(name, value.isPresent() ? value.getAsDouble() : null);
  }

  static int largest(float[] scores) {
    return IntStream.range(0, scores.length)
        .reduce((left, right) -> scores[right] > scores[left] ? right : left)
        .orElseThrow();
  }

  /** The accuracy of always answering with the most frequent class: what knows nothing has. */
  private static double majority(int[] actual) {
    int[] counts = new int[Arrays.stream(actual).max().orElseThrow() + 1];
    for (int label : actual) {
      counts[label]++;
    }
    return Arrays.stream(counts).max().orElseThrow() / (double) actual.length;
  }
}
