package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import magicbench.harness.data.CorpusSettings;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsCorpusTest {

  @TempDir private Path folder;

  private static CorpusSettings corpus(int validationPercent) {
    return new CorpusSettings(CorpusSettings.EMBEDDED, 64, 8, validationPercent, 0);
  }

  @Test
  void questions_made_against_a_corpus_go_with_it() {
    QuestionsCorpus.of(corpus(5)).write(folder);

    assertThatCode(() -> QuestionsCorpus.requireOf(folder.resolve(QuestionsCorpus.NAME), corpus(5)))
        .doesNotThrowAnyException();
  }

  @Test
  void questions_made_against_another_one_may_hold_what_is_trained_on() {
    QuestionsCorpus.of(corpus(10)).write(folder);

    assertThatThrownBy(
            () -> QuestionsCorpus.requireOf(folder.resolve(QuestionsCorpus.NAME), corpus(5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("questions that were made for another corpus");
  }
}
