package magicbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import magicbench.results.compare.Fact.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactTest {

  /** Values are single letters; a question mark stands for something unknown. */
  private static Told told(String letters) {
    TreeSet<String> values = new TreeSet<>();
    letters.chars().filter(c -> c != '?' && c != '-').forEach(c -> values.add("" + (char) c));
    return new Told(values, letters.contains("?"));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "a, a, SAME",
    "ab, ab, SAME",
    "-, -, SAME",
    "a, b, DIFFERENT",
    "a, ab, DIFFERENT",
    "-, a, DIFFERENT",
    "a, b?, DIFFERENT",
    "?, a, HALF_KNOWN",
    "a, a?, HALF_KNOWN",
    "-, ?, HALF_KNOWN",
    "a?, b?, HALF_KNOWN",
    "?, ?, UNKNOWN",
    "a?, a?, UNKNOWN"
  })
  void what_is_unknown_equals_nothing(String before, String after, State expected) {
    assertThat(new Fact(Category.CODE, "commit", told(before), told(after)).state())
        .isEqualTo(expected);
    assertThat(new Fact(Category.CODE, "commit", told(after), told(before)).state())
        .isEqualTo(expected);
  }
}
