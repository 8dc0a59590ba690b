package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Printed rows, in the order of each convention's columns, come out at their printed averages. */
class GlueConventionTest {

  /** RoBERTa_base, ELECTRA_base, BERT_base on the test sets, NAS-BERT's teacher. */
  @ParameterizedTest
  @CsvSource({
    "ROBERTA, 86.35, 1e-9, 87.6 92.8 91.9 78.7 94.8 90.2 63.6 91.2",
    "ELECTRA, 87.46, 0.005, 88.8 93.2 91.5 82.7 95.1 89.5 67.7 91.2",
    "BERT, 79.6, 0.05, 84.6 83.4 71.2 90.5 93.5 52.1 85.8 88.9 66.4",
    "NAS_BERT, 84.4, 0.05, 85.2 91.0 91.3 61.0 92.9 90.3 76.0 87.7"
  })
  void a_printed_row_averages_what_is_printed(
      GlueConvention convention, double average, double rounding, String printed) {
    List<String> columns = convention.columns();
    String[] scores = printed.split(" ");
    assertThat(columns).hasSameSizeAs(scores);
    Map<String, Double> row = new TreeMap<>();
    for (int column = 0; column < scores.length; column++) {
      row.put(columns.get(column), Double.valueOf(scores[column]));
    }
    assertThat(convention.average(row)).isCloseTo(average, within(rounding));
  }

  @Test
  void a_missing_score_is_a_mistake() {
    assertThatThrownBy(() -> GlueConvention.BERT.average(Map.of("mnli-m.accuracy", 84.6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no score of mnli-mm.accuracy for an average of BERT");
  }
}
