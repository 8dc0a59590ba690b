package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorSpanMakerTest {

  private static final String ENTRY = "org/languagetool/rules/en/grammar.xml";
  private static final DataSet ANY = new DataCatalogue().dataSet(DataCatalogue.LANGUAGE_TOOL);

  @TempDir private Path folder;

  /** Everything is scored on where all groups are held out. */
  private List<SquadQuestion> dev(ReadingTask task, TrainedTexts corpus, String rules)
      throws IOException {
    Path jar =
        Zips.of(
            folder.resolve("tool.jar"),
            ENTRY,
            "<rules><category id='GRAMMAR'>" + rules + "</category></rules>");
    return new ErrorSpanMaker(jar, 100, corpus).questions(task, ANY).dev();
  }

  private static String rule(String message, String... examples) {
    return "<rule id='R'><message>%s</message>%s</rule>"
        .formatted(message, String.join("", examples));
  }

  @Test
  void a_rules_message_asks_for_what_is_marked() throws IOException {
    List<SquadQuestion> made =
        dev(
            ReadingTask.ERROR_SPAN,
            new TrainedTexts(),
            rule(
                "Did you mean <suggestion>their</suggestion>?",
                "<example correction='their|the'>It  is\n <marker> there </marker> dog.</example>",
                "<example>It is their dog.</example>"));

    assertThat(made).hasSize(1);
    assertThat(made.get(0).question()).isEqualTo("Did you mean their?");
    assertThat(made.get(0).context()).isEqualTo("It is there dog.");
    assertThat(made.get(0).answerTexts()).containsExactly("there");
  }

  @Test
  void the_corrected_sentence_has_no_answer() throws IOException {
    List<SquadQuestion> made =
        dev(
            ReadingTask.ERROR_OR_NONE,
            new TrainedTexts(),
            rule("Twice?", "<example correction=''>It is <marker>is</marker> mine.</example>"));

    assertThat(made)
        .extracting(SquadQuestion::context)
        .containsExactly("It is is mine.", "It is mine.");
    assertThat(made.get(0).answers().get(0).from()).isEqualTo(6);
    assertThat(made.get(1).isAnswerable()).isFalse();
  }

  @Test
  void what_is_not_marked_once_or_not_explained_is_left_out() throws IOException {
    assertThat(
            dev(
                ReadingTask.ERROR_SPAN,
                new TrainedTexts(),
                rule("Why?", "<example correction='x'>No mark.</example>")
                    + rule(
                        "Why?",
                        "<example correction='x'><marker>a</marker> <marker>b</marker></example>")
                    + rule("", "<example correction='x'><marker>a</marker> b</example>")
                    + rule("Why?", "<example correction='x'><marker> </marker> b</example>")))
        .isEmpty();
  }

  @Test
  void a_message_with_places_to_be_filled_in_is_left_out() throws IOException {
    String example = "<example correction='x'><marker>one</marker> two</example>";

    assertThat(
            dev(
                ReadingTask.ERROR_SPAN,
                new TrainedTexts(),
                rule("Is \\1 right?", example)
                    + rule("Is it {realDay}?", example)
                    + rule("Is it <suggestion><match no='1'/></suggestion>?", example)))
        .isEmpty();
  }

  @Test
  void an_answer_of_no_word_that_counts_is_left_out() throws IOException {
    assertThat(
            dev(
                ReadingTask.ERROR_SPAN,
                new TrainedTexts(),
                rule(
                    "Why?",
                    "<example correction=''>So<marker>,</marker> it is.</example>",
                    "<example correction='an'>It is <marker>a</marker> apple.</example>",
                    "<example correction='an'>It is <marker>a apple</marker>.</example>")))
        .extracting(question -> question.answerTexts().get(0))
        .containsExactly("a apple");
  }

  @Test
  void a_correction_of_the_case_alone_is_no_question() throws IOException {
    assertThat(
            dev(
                ReadingTask.ERROR_OR_NONE,
                new TrainedTexts(),
                rule(
                    "Why?",
                    "<example correction='Rhine'>The <marker>rhine</marker> is long.</example>")))
        .hasSize(1);
  }

  @Test
  void a_message_is_not_taken_for_the_next_rules() throws IOException {
    assertThat(
            dev(
                ReadingTask.ERROR_SPAN,
                new TrainedTexts(),
                rule("Why?", "<example correction='x'><marker>one</marker></example>")
                    + "<rule id='S'><example correction='x'><marker>two</marker></example></rule>"))
        .hasSize(1);
  }

  @Test
  void what_a_pre_training_saw_is_not_scored_on() throws IOException {
    TrainedTexts corpus = new TrainedTexts();
    corpus.add("it is MINE");

    List<SquadQuestion> made =
        dev(
            ReadingTask.ERROR_OR_NONE,
            corpus,
            rule("Twice?", "<example correction=''>It is <marker>is</marker> mine.</example>"));

    assertThat(made).extracting(SquadQuestion::context).containsExactly("It is is mine.");
  }

  @Test
  void rules_on_upper_case_are_left_out() throws IOException {
    Path jar =
        Zips.of(
            folder.resolve("tool.jar"),
            ENTRY,
            "<rules><category id='CASING'>"
                + rule("Why?", "<example correction='x'><marker>one</marker></example>")
                + "</category></rules>");

    assertThat(
            new ErrorSpanMaker(jar, 100, new TrainedTexts())
                .questions(ReadingTask.ERROR_SPAN, ANY)
                .dev())
        .isEmpty();
  }
}
