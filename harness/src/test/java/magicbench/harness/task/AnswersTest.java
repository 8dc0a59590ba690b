package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;

import magicbench.harness.data.GlueTask;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void a_class_is_told_by_its_label() {
    assertThat(Answers.of(GlueTask.MNLI, new float[][] {{0.1f, 0.7f, 0.2f}, {-3, -4, -2}}))
        .containsExactly("entailment", "neutral");
  }

  @Test
  void of_equal_scores_the_first_class_is_told() {
    assertThat(Answers.of(GlueTask.RTE, new float[][] {{0.5f, 0.5f}}))
        .containsExactly("entailment");
  }

  @Test
  void a_score_is_told_on_the_data_sets_scale_and_kept_within_it() {
    assertThat(Answers.of(GlueTask.STSB, new float[][] {{0.5f}, {-0.2f}, {1.3f}, {0.12345f}}))
        .containsExactly("2.500", "0.000", "5.000", "0.617");
  }
}
