package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestAnswersTest {

  @Test
  void a_table_gives_back_the_answers_in_their_order() {
    List<String> answers = List.of("entailment", "not_entailment", "entailment");

    assertThat(TestAnswers.of(TestAnswers.table(answers))).isEqualTo(answers);
  }
}
