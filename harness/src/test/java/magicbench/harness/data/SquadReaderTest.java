package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.data.SquadReader.Use;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquadReaderTest {

  private static final String FILE =
      """
      {"version": "v2.0", "data": [{"title": "Rhine", "paragraphs": [{"context": "%s", "qas": [%s]}]}]}
      """;
  private static final String CONTEXT = "The Rhine is long.";
  private static final String RIGHT = qa("one", "{'text': 'Rhine', 'answer_start': 4}");

  @TempDir private Path folder;

  private static String qa(String id, String answers) {
    return "{'id': '%s', 'question': 'Which river?', 'answers': [%s]}"
        .formatted(id, answers)
        .replace('\'', '"');
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("squad.json"), text);
  }

  private SquadQuestions read(String context, String... questions) throws IOException {
    return SquadReader.read(
        file(FILE.formatted(context, String.join(",", questions))), Use.SCORING);
  }

  @Test
  void reads_questions_contexts_and_answers() throws IOException {
    SquadQuestions read =
        read(
            CONTEXT,
            qa(
                "one",
                "{'text': 'Rhine', 'answer_start': 4}, {'text': 'The Rhine', 'answer_start': 0}"));

    assertThat(read.version()).isEqualTo("v2.0");
    assertThat(read.sha256()).hasSize(64);
    SquadQuestion question = read.questions().get(0);
    assertThat(question.id()).isEqualTo("one");
    assertThat(question.question()).isEqualTo("Which river?");
    assertThat(question.answerTexts()).containsExactly("Rhine", "The Rhine");
  }

  @Test
  void a_question_that_is_impossible_has_no_answer_whatever_is_plausible() throws IOException {
    String impossible =
        "{\"id\": \"two\", \"question\": \"Why?\", \"answers\": [], \"is_impossible\": true,"
            + " \"plausible_answers\": [{\"text\": \"long\", \"answer_start\": 13}]}";

    SquadQuestions read = read(CONTEXT, RIGHT, impossible);

    assertThat(read.questions().get(1).isAnswerable()).isFalse();
    assertThat(read.asksWhatHasNoAnswer()).isTrue();
    assertThat(read(CONTEXT, RIGHT).asksWhatHasNoAnswer()).isFalse();
  }

  /** An emoji is one of Python's characters and two of Java's; an accent may be one of its own. */
  @Test
  void places_count_code_points() throws IOException {
    String context = "😀 cafe\u0301 😀 Ürün";

    SquadQuestions read =
        read(
            context,
            qa("one", "{'text': 'cafe\u0301', 'answer_start': 2}"),
            qa("two", "{'text': '😀 Ürün', 'answer_start': 8}"));

    assertThat(read.questions().get(0).answerTexts()).containsExactly("cafe\u0301");
    assertThat(read.questions().get(1).answers().get(0).from()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'text': 'Rhine', 'answer_start': 5}|answer 0 isn't at 5 of its context",
        "{'text': 'Rhine', 'answer_start': 4}, {'text': 'x', 'answer_start': 400}|answer 1 isn't at 400",
        "{'text': 'Rhine', 'answer_start': -1}|answer 0 isn't at -1",
        "{'text': ' ', 'answer_start': 3}|answer 0 isn't at 3",
        "''|has no answer, and isn't said to have none"
      })
  void of_what_is_scored_on_every_question_must_be_right(String answers, String message) {
    assertThatThrownBy(() -> read(CONTEXT, RIGHT, qa("two", answers)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1 questions are malformed")
        .hasMessageContaining("data[0].paragraphs[0].qas[1] " + message);
  }

  @Test
  void of_what_is_trained_on_one_in_a_hundred_may_be_wrong() throws IOException {
    String wrong = qa("wrong", "{'text': 'Rhine', 'answer_start': 5}");
    String right =
        IntStream.range(0, 99)
            .mapToObj(number -> qa("q" + number, "{'text': 'Rhine', 'answer_start': 4}"))
            .collect(Collectors.joining(","));

    SquadQuestions read =
        SquadReader.read(file(FILE.formatted(CONTEXT, wrong + "," + right)), Use.TRAINING);

    assertThat(read.questions()).hasSize(99);
    assertThat(read.malformed())
        .containsExactly("data[0].paragraphs[0].qas[0] answer 0 isn't at 5 of its context");
    Path two = file(FILE.formatted(CONTEXT, wrong + "," + RIGHT));
    assertThatThrownBy(() -> SquadReader.read(two, Use.TRAINING))
        .isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'data': 7}|has no list data",
        "[]|has no list data",
        "{'data': []}|holds no question",
        "{'data': [{'title': 'x'}]}|data[0]: has no list paragraphs",
        "{'data': [{'paragraphs': [{'qas': []}]}]}|data[0].paragraphs[0]: has no text context",
        "{'data': [{'paragraphs': [{'context': 'x', 'qas': [{'question': 'x'}]}]}]}|qas[0]: has no text id",
        "{'data': [|",
        "no JSON|"
      })
  void a_foreign_or_broken_file_is_one_line(String text, String message) throws IOException {
    Path file = file(text.replace('\'', '"'));

    assertThatThrownBy(() -> SquadReader.read(file, Use.TRAINING))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("squad.json")
        .hasMessageContaining(message == null ? "" : message);
  }

  @Test
  void two_questions_of_one_id_are_an_error() {
    assertThatThrownBy(() -> read(CONTEXT, RIGHT, RIGHT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("qas[1]: has the id one, as another question has");
  }

  @Test
  void an_answer_without_a_place_is_an_error() {
    assertThatThrownBy(() -> read(CONTEXT, qa("one", "{'text': 'Rhine'}")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("answers[0]: has no whole number answer_start");
  }

  @Test
  void a_missing_file_is_one_line() {
    assertThatThrownBy(() -> SquadReader.read(folder.resolve("none.json"), Use.TRAINING))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.json: no such file");
  }
}
