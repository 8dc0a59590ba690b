package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Rhine|rhine",
        "a  quick,\tbrown fox!|quick brown fox",
        "An apple a day|apple day",
        "theatre and anthem|theatre and anthem",
        "U.S.|us",
        "The|''",
        "...|''",
        "ÄRGER über 5 %|ärger über 5",
        "the-end|theend",
        "50’s|50’s"
      })
  void case_punctuation_articles_and_blanks_do_not_count(String text, String normalised) {
    assertThat(AnswerText.normalised(text)).isEqualTo(normalised);
  }

  @Test
  void the_best_of_several_accepted_answers_counts() {
    List<String> accepted = List.of("in Berlin", "the Berlin zoo");

    assertThat(AnswerText.exactMatch("Berlin Zoo", accepted)).isEqualTo(1);
    assertThat(AnswerText.exactMatch("Berlin", accepted)).isZero();
    assertThat(AnswerText.f1("Berlin", accepted)).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void a_word_counts_as_often_as_both_have_it() {
    assertThat(AnswerText.f1("ha ha ha", List.of("ha ha"))).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void where_nothing_is_right_only_none_is() {
    assertThat(AnswerText.exactMatch("", List.of())).isEqualTo(1);
    assertThat(AnswerText.f1("", List.of())).isEqualTo(1);
    assertThat(AnswerText.exactMatch("Rhine", List.of())).isZero();
    assertThat(AnswerText.f1("Rhine", List.of())).isZero();
    assertThat(AnswerText.f1("", List.of("Rhine"))).isZero();
  }

  @Test
  void an_accepted_answer_without_a_word_counts_only_alone() {
    assertThat(AnswerText.exactMatch("", List.of("the", "Rhine"))).isZero();
    assertThat(AnswerText.exactMatch("a", List.of("the"))).isEqualTo(1);
  }

  @Provide
  Arbitrary<String> answers() {
    return Arbitraries.of("a", "The", "dog", "dog,", "Cat", "cat", "5", "!", "an", "ate")
        .list()
        .ofMaxSize(6)
        .map(words -> String.join(" ", words));
  }

  @Property
  void agrees_with_a_second_reading_of_the_definition(
      @ForAll("answers") String answer, @ForAll("answers") String accepted) {
    assertThat(AnswerText.f1(answer, List.of(accepted)))
        .isCloseTo(slowF1(words(answer), words(accepted)), within(1e-12));
    assertThat(AnswerText.exactMatch(answer, List.of(accepted)))
        .isEqualTo(words(answer).equals(words(accepted)) ? 1 : 0);
  }

  /** Word by word: letters and digits only, in lower case, articles dropped. */
  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1))
        .map(
            word ->
                word.chars()
                    .filter(Character::isLetterOrDigit)
                    .mapToObj(letter -> Character.toString(Character.toLowerCase(letter)))
                    .collect(Collectors.joining()))
        .filter(word -> !word.isEmpty() && !Set.of("a", "an", "the").contains(word))
        .toList();
  }

  private static double slowF1(List<String> given, List<String> accepted) {
    List<String> left = new ArrayList<>(accepted);
    long common = given.stream().filter(left::remove).count();
    if (given.isEmpty() || accepted.isEmpty()) {
      return given.equals(accepted) ? 1 : 0;
    }
    double precision = common / (double) given.size();
    double recall = common / (double) accepted.size();
    return common == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
