package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

/** All networks on labelled tasks, of which one scores two points more than the other. */
class TaskBoardTest {

  private static final List<RunRecord> RECORDS = new Examination(4, 2, 0, 20).records();
  private static final Judgement JUDGED = Examination.judge(RECORDS);

  private static TaskBoard board() {
    Map<String, RunRecord> byId =
        RECORDS.stream().collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
    return TaskBoard.allOf(
            new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(JUDGED)),
            byId)
        .get(0);
  }

  @Test
  void ranks_both_networks_over_all_tasks_and_on_each() {
    assertThat(board().together().rows())
        .extracting(RandomComparison.Row::method)
        .containsExactly(Examination.METHOD, Examination.OTHER);
    assertThat(board().byTask())
        .isNotEmpty()
        .allSatisfy((task, compared) -> assertThat(compared.rows()).hasSize(2));
  }

  @Test
  void the_mean_over_tasks_is_the_mean_of_what_each_task_says() {
    double mean =
        board().byTask().values().stream()
            .mapToDouble(compared -> compared.rows().get(0).value().value())
            .average()
            .orElseThrow();

    assertThat(board().together().rows().get(0).value().value()).isCloseTo(mean, within(1e-9));
  }

  @Test
  void names_the_trials_that_the_claim_was_judged_by() {
    assertThat(board().trials()).containsExactlyElementsOf(JUDGED.trials());
  }
}
