package magicbench.harness.data;

import java.util.List;

/** What texts, or pairs of them, are to be told apart by. */
public sealed interface TextTask permits GlueTask, EmbeddedTask {

  /** The highest score of a task whose targets are scores; the lowest is 0. */
  double HIGHEST_SCORE = 5;

  /**
   * The task's name in settings, records and reports.
   *
   * @return a data set of GLUE bears GLUE's name, and no other does
   */
  String title();

  /**
   * The classes.
   *
   * @return their names, in the order of their numbers; none where the target is a score
   */
  List<String> labels();

  /**
   * The one metric that stands for the task.
   *
   * @return its name among the task's grades: Matthews' correlation for acceptability, Pearson's
   *     for a score, else the accuracy
   */
  default String mainMetric() {
    return labels().isEmpty() ? "pearson" : "accuracy";
  }
}
