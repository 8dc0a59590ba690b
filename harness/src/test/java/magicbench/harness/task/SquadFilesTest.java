package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.data.RealData;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.SquadReader;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A real slice of SQuAD, where {@code -Dmagicbench.data=DIR} names a folder that holds squad/. */
class SquadFilesTest {

  private static List<SquadQuestion> questions() {
    String folder = System.getProperty("magicbench.data", "");
    assumeThat(folder).as("no -Dmagicbench.data=DIR").isNotEmpty();
    Path file = Path.of(folder, "squad", "xquad.en.json");
    assumeThat(Files.exists(file)).as(file + " isn't there").isTrue();
    return SquadReader.read(file, SquadReader.Use.SCORING).questions();
  }

  private static TextEncoder bert() {
    try {
      return TextEncoder.ofBert(RealData.files());
    } catch (InputException e) {
      return Assumptions.abort(e.getMessage());
    }
  }

  @Test
  void every_answer_survives_its_pieces_unchanged() {
    List<SquadQuestion> questions = questions();
    assertThat(questions).hasSize(1190);

    try (TextEncoder encoder = bert()) {
      ReadingTexts texts = ReadingTexts.toTrain(questions, encoder, new ReadingShape(384, 128, 64));
      float[][] scores =
          texts.inOrder(1).stream()
              .map(SquadFilesTest::pointingAtTheTarget)
              .toArray(float[][]::new);

      assertThat(texts.unreachable()).isZero();
      List<ReadingAnswer> answers = texts.answers(scores, 384);
      assertThat(answers.stream().map(ReadingAnswer::text))
          .containsExactlyElementsOf(
              questions.stream().map(each -> each.answerTexts().get(0)).toList());
    }
  }

  private static float[] pointingAtTheTarget(LabelledBatch window) {
    int target = (int) window.targets()[0];
    float[] scores = new float[2 * window.sequence()];
    scores[target / window.sequence()] = 1;
    scores[window.sequence() + target % window.sequence()] = 1;
    return scores;
  }

  @Test
  void the_files_own_answers_are_all_right() {
    List<SquadQuestion> questions = questions();

    assertThat(IntStream.range(0, questions.size()).mapToDouble(i -> own(questions.get(i))))
        .containsOnly(2.0);
  }

  private static double own(SquadQuestion question) {
    List<String> accepted = question.answerTexts();
    return AnswerText.exactMatch(accepted.get(0), accepted)
        + AnswerText.f1(accepted.get(0), accepted);
  }
}
