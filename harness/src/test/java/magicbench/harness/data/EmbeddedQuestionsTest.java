package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reading tasks that are made of the published data set, where this machine has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedQuestionsTest {

  private static final int PERCENT = 5;

  private final Map<ReadingTask, EmbeddedQuestions> made = new EnumMap<>(ReadingTask.class);
  private TrainedTexts corpus;

  @BeforeAll
  void make() {
    Stream.of(DataCatalogue.WORDNET, DataCatalogue.LANGUAGE_TOOL, DataCatalogue.EUROPARL)
        .forEach(RealData::jar);
    DataFiles files = RealData.files();
    corpus = TrainedTexts.ofCorpus(PERCENT, files);
    EmbeddedQuestions.all(PERCENT, files, corpus).forEach(each -> made.put(each.task(), each));
  }

  @ParameterizedTest
  @CsvSource({"ERROR_SPAN, 4042, 967", "ERROR_OR_NONE, 7994, 1869", "ENTITIES, 8858, 453"})
  void have_as_many_questions_as_the_published_file_gives(ReadingTask task, int train, int dev) {
    assertThat(made.get(task).train()).hasSize(train);
    assertThat(made.get(task).dev()).hasSize(dev);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReadingTask.class,
      names = {"ERROR_SPAN", "ERROR_OR_NONE", "ENTITIES"})
  void score_on_no_text_that_was_trained_on(ReadingTask task) {
    Set<String> trained = new HashSet<>();
    made.get(task).train().forEach(question -> trained.add(normalised(question.context())));

    assertThat(made.get(task).dev())
        .noneMatch(question -> trained.contains(normalised(question.context())))
        .noneMatch(question -> corpus.contains(question.context()));
  }

  private static String normalised(String text) {
    return new Sentence(text, text, "").normalised();
  }

  /** A text of eight definitions is in no corpus as a whole: each of them must not be, either. */
  @Test
  void tell_of_no_entity_that_was_trained_on() {
    assertThat(made.get(ReadingTask.ENTITIES).dev())
        .isNotEmpty()
        .allSatisfy(
            question ->
                assertThat(question.context().split("(?<=\\.) ", -1))
                    .noneMatch(
                        sentence ->
                            corpus.contains(
                                sentence.substring(Math.max(0, sentence.indexOf(": ") + 1)))));
  }

  @Test
  void have_an_answer_wherever_one_is_asked_for() {
    assertThat(made.get(ReadingTask.ERROR_SPAN).dev()).allMatch(SquadQuestion::isAnswerable);
    List<SquadQuestion> or = made.get(ReadingTask.ERROR_OR_NONE).dev();
    assertThat(or.stream().filter(SquadQuestion::isAnswerable).count() / (double) or.size())
        .isBetween(0.45, 0.6);
  }
}
