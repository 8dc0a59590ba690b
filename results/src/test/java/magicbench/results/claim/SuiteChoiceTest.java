package magicbench.results.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteChoiceTest {

  @Test
  void all_leaves_no_suite_out() throws IOException {
    SuiteChoice all = SuiteChoice.of("all");

    assertThat(all.isEvery()).isTrue();
    assertThat(all.has("whatever")).isTrue();
    assertThat(all.claims(registry())).isEqualTo(registry().all());
  }

  @Test
  void one_name_is_that_suite_and_no_other() throws IOException {
    SuiteChoice one = SuiteChoice.of("similarity");

    assertThat(one.isEvery()).isFalse();
    assertThat(one.has("other")).isFalse();
    assertThat(one.claims(registry()))
        .extracting(Claim::suite)
        .containsOnly("similarity")
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'similarity,interference', 'interference,similarity'",
    "' similarity , interference ', 'interference,similarity'",
    "'similarity,similarity', similarity",
    "all, all"
  })
  void is_written_as_it_is_read_again(String given, String text) {
    SuiteChoice choice = SuiteChoice.of(given);

    assertThat(choice).hasToString(text);
    assertThat(SuiteChoice.of(choice.toString())).isEqualTo(choice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "similarity,", "similarity,,interference", " "})
  void names_are_not_empty(String text) {
    assertThatThrownBy(() -> SuiteChoice.of(text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "suites " + text + ": one has no name; give names with single commas between, or all");
  }

  @Test
  void one_unknown_name_among_known_ones_is_an_error() throws IOException {
    ClaimRegistry registry = registry();

    assertThatThrownBy(() -> SuiteChoice.of("similarity,none").claims(registry))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("suite none: no such suite");
  }

  private static ClaimRegistry registry() throws IOException {
    return ClaimRegistry.of(
        Map.of(
            "interference.yaml", ofSuite("interference"),
            "other.yaml", ofSuite("other"),
            "similarity.yaml", ofSuite("similarity")));
  }

  private static List<Claim> ofSuite(String name) throws IOException {
    return ClaimFileTest.read(
        ClaimFileTest.golden()
            .replace("suite: interference", "suite: " + name)
            .replaceAll("id: (interference|similarity)", "id: " + name));
  }
}
