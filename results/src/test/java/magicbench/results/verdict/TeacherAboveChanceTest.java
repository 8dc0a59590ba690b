package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

class TeacherAboveChanceTest {

  /** The claim's method was taught by who scores so many points on one of the tasks, else 90. */
  private static List<RunRecord> taught(double onGrammar) {
    return Examination.even().withGain(3).records().stream()
        .map(
            record ->
                record.trial().method().equals(Examination.METHOD)
                    ? World.withMetric(
                        World.withMetric(
                            record,
                            "teacherScore",
                            record.trial().settings().path("task").asText().equals("grammar")
                                ? onGrammar
                                : 90.0),
                        "teacherChanceScore",
                        50.0)
                    : record)
        .toList();
  }

  private static ControlResult check(List<RunRecord> records) {
    return new TeacherAboveChance()
        .check(new Inquiry(Examination.scoresHigher(), "bench", records));
  }

  @Test
  void a_teacher_that_learnt_every_task_passes() {
    ControlResult result = check(taught(51));

    assertThat(result.passed()).isTrue();
    assertThat(result.measured().value()).isEqualTo(1);
  }

  @Test
  void one_that_knows_nothing_of_a_single_task_fails() {
    assertThat(check(taught(50)).passed()).isFalse();
  }

  @Test
  void who_was_taught_by_nobody_is_told_of() {
    assertThatThrownBy(() -> check(Examination.even().records()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no metric teacherScore");
  }
}
