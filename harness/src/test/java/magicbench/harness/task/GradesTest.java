package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import magicbench.harness.data.EmbeddedTask;
import magicbench.harness.data.GlueTask;
import org.junit.jupiter.api.Test;

class GradesTest {

  /** Right, right, right, wrong: two of each class. */
  private static final float[][] ANSWERS = {{1, 0}, {2, 1}, {0, 1}, {3, 0}};

  private static final double[] TARGETS = {0, 0, 1, 1};

  @Test
  void a_task_of_classes_comes_to_a_hundred_times_its_accuracy() {
    SortedMap<String, Double> grades = Grades.of(GlueTask.RTE, ANSWERS, TARGETS);

    assertThat(Grades.score(GlueTask.RTE, grades)).isEqualTo(75);
    assertThat(Grades.chance(GlueTask.RTE, grades)).isEqualTo(50);
  }

  @Test
  void acceptability_comes_to_a_hundred_times_matthews_correlation() {
    SortedMap<String, Double> grades = Grades.of(GlueTask.COLA, ANSWERS, TARGETS);

    // tp 1, fn 1, tn 2, fp 0: (1 * 2 - 0 * 1) / sqrt(1 * 2 * 2 * 3)
    assertThat(Grades.score(GlueTask.COLA, grades)).isCloseTo(200 / Math.sqrt(12), within(1e-9));
    assertThat(Grades.score(EmbeddedTask.ACCEPTABILITY, grades))
        .isEqualTo(Grades.score(GlueTask.COLA, grades));
    assertThat(Grades.chance(GlueTask.COLA, grades)).isZero();
  }

  @Test
  void a_task_of_scores_comes_to_a_hundred_times_pearsons_correlation() {
    float[][] answers = {{0.1f}, {0.2f}, {0.3f}};
    double[] targets = {0, 0.5, 1};
    SortedMap<String, Double> grades = Grades.of(GlueTask.STSB, answers, targets);

    assertThat(Grades.score(GlueTask.STSB, grades)).isCloseTo(100, within(1e-4));
    assertThat(Grades.chance(GlueTask.STSB, grades)).isZero();
  }

  @Test
  void answers_that_are_all_alike_come_to_no_correlation() {
    float[][] alike = {{1, 0}, {1, 0}, {1, 0}, {1, 0}};
    SortedMap<String, Double> grades = Grades.of(GlueTask.COLA, alike, TARGETS);

    assertThat(grades.get("matthews")).isNull();
    assertThat(Grades.score(GlueTask.COLA, grades)).isZero();
  }
}
