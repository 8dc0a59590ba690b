package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.SquadQuestion.Span;
import org.junit.jupiter.api.Test;

class ReadingScoresTest {

  private static final SquadQuestion RIVER =
      new SquadQuestion("one", "Which?", "the long river Rhine", List.of(new Span(9, 20)));
  private static final SquadQuestion NONE =
      new SquadQuestion("two", "Why?", "the long river Rhine", List.of());

  @Test
  void answers_of_both_kinds_are_scored_together_and_apart() {
    List<ReadingAnswer> answers =
        List.of(new ReadingAnswer("Rhine", -1), new ReadingAnswer("long", 2));

    Map<String, Double> scores = ReadingScores.of(List.of(RIVER, NONE), answers, 0);

    assertThat(scores)
        .containsEntry("exactMatch", 0.5)
        .containsEntry("answerable.exactMatch", 0.0)
        .containsEntry("unanswerable.f1", 1.0)
        .containsKey("unanswerable.exactMatch");
    assertThat(scores.get("answerable.f1")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(scores.get("f1")).isCloseTo((2.0 / 3 + 1) / 2, within(1e-12));
  }

  @Test
  void where_all_have_an_answer_there_is_nothing_to_tell_apart() {
    assertThat(
            ReadingScores.of(
                List.of(RIVER),
                List.of(new ReadingAnswer("river Rhine", 5)),
                Double.POSITIVE_INFINITY))
        .containsOnly(Map.entry("exactMatch", 1.0), Map.entry("f1", 1.0));
  }

  @Test
  void the_threshold_parts_what_has_an_answer_from_what_has_none() {
    assertThat(
            ReadingScores.threshold(
                List.of(RIVER, NONE),
                List.of(new ReadingAnswer("river Rhine", -1), new ReadingAnswer("long", 2))))
        .isEqualTo(0.5);
    assertThat(ReadingScores.threshold(List.of(), List.of())).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void without_reading_none_is_best_where_most_questions_have_no_answer() {
    List<SquadQuestion> mostlyNone = List.of(NONE, NONE, RIVER);

    Map<String, Double> scores = ReadingScores.withoutReading(mostlyNone, mostlyNone);

    assertThat(scores.get("f1")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(scores.get("exactMatch")).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void without_reading_a_place_counts_where_answers_stand_there() {
    assertThat(ReadingScores.withoutReading(List.of(RIVER), List.of(RIVER)))
        .containsOnly(Map.entry("exactMatch", 1.0), Map.entry("f1", 1.0));
  }

  /** Which constant answer is best is learnt from other questions than those that are asked. */
  @Test
  void the_constant_answer_is_not_chosen_by_what_is_asked() {
    assertThat(ReadingScores.withoutReading(List.of(RIVER), List.of(NONE)))
        .containsEntry("exactMatch", 0.0);
  }
}
