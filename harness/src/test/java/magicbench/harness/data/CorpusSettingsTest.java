package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "31, 64, 5, 0, vocabularySize is 31",
    "65537, 64, 5, 0, vocabularySize is 65537",
    "512, 7, 5, 0, sequenceLength is 7",
    "512, 64, 51, 0, validationPercent is 51",
    "512, 64, 5, -1, maxSentences is -1"
  })
  void refuses_a_value_out_of_range(
      int vocabulary, int length, int percent, int sentences, String reason) {
    assertThatThrownBy(() -> new CorpusSettings("embedded", vocabulary, length, percent, sentences))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
