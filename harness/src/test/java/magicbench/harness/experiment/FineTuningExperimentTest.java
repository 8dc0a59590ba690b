package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.harness.data.GlueExamples;
import magicbench.harness.data.GlueTask;
import magicbench.harness.data.LabelledExample;
import magicbench.results.record.TestAnswers;
import org.junit.jupiter.api.Test;

class FineTuningExperimentTest {

  @Test
  void the_answers_to_each_of_mnlis_test_parts_have_a_table_of_their_own() {
    GlueExamples matched = part(GlueTask.Part.TEST, "from the genres that were trained on");
    GlueExamples mismatched = part(GlueTask.Part.TEST_MISMATCHED, "from other genres");

    assertThat(FineTuningExperiment.byTable(List.of(matched, mismatched)))
        .containsOnlyKeys(TestAnswers.TABLE, TestAnswers.MISMATCHED_TABLE)
        .containsEntry(TestAnswers.TABLE, matched.examples())
        .containsEntry(TestAnswers.MISMATCHED_TABLE, mismatched.examples());
  }

  private static GlueExamples part(GlueTask.Part part, String text) {
    LabelledExample example =
        new LabelledExample(2, text, Optional.of("and another"), OptionalDouble.empty());
    return new GlueExamples(GlueTask.MNLI, part, "0".repeat(64), List.of(example), List.of());
  }
}
