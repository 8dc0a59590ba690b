package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.data.SquadQuestion.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SquadWriterTest {

  private static final String CONTEXT = "😀 the Rhine, the cafe\u0301";
  private static final List<SquadQuestion> QUESTIONS =
      List.of(
          new SquadQuestion("one", "Which?", CONTEXT, List.of(new Span(7, 12), new Span(3, 12))),
          new SquadQuestion("two", "Why?", CONTEXT, List.of()),
          new SquadQuestion("three", "\"Where\"?", "Here.", List.of(new Span(0, 4))));

  @TempDir private Path folder;

  @Test
  void what_is_written_reads_back() {
    Path file = folder.resolve("squad.json");
    SquadWriter.write(file, "own", QUESTIONS);

    SquadQuestions read = SquadReader.read(file, SquadReader.Use.SCORING);

    assertThat(read.questions()).isEqualTo(QUESTIONS);
    assertThat(read.version()).isEqualTo("own");
  }

  @Test
  void the_form_is_sealed() throws IOException {
    Path file = folder.resolve("squad.json");
    SquadWriter.write(file, "own", QUESTIONS.subList(2, 3));

    assertThat(Files.readString(file).replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"version\":\"own\",\"data\":[{\"title\":\"own\",\"paragraphs\":[{\"context\":\"Here.\","
                + "\"qas\":[{\"id\":\"three\",\"question\":\"\\\"Where\\\"?\",\"is_impossible\":false,"
                + "\"answers\":[{\"text\":\"Here\",\"answer_start\":0}]}]}]}]}");
  }
}
