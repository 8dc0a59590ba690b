package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Printed rows, in the order of each convention's columns, come out at their printed averages. */
class GlueConventionTest {

  private static Map<String, Double> row(GlueConvention convention, double... scores) {
    Map<String, Double> row = new TreeMap<>();
    List<String> columns = convention.columns();
    assertThat(columns).hasSameSizeAs(scores);
    for (int column = 0; column < scores.length; column++) {
      row.put(columns.get(column), scores[column]);
    }
    return row;
  }

  @Test
  void roberta_base_averages_86_35() {
    GlueConvention convention = GlueConvention.ROBERTA;
    assertThat(convention.average(row(convention, 87.6, 92.8, 91.9, 78.7, 94.8, 90.2, 63.6, 91.2)))
        .isCloseTo(86.35, within(1e-9));
  }

  @Test
  void electra_base_averages_87_46() {
    GlueConvention convention = GlueConvention.ELECTRA;
    assertThat(convention.average(row(convention, 88.8, 93.2, 91.5, 82.7, 95.1, 89.5, 67.7, 91.2)))
        .isCloseTo(87.46, within(0.005));
  }

  @Test
  void bert_base_averages_79_6_on_the_test_sets() {
    GlueConvention convention = GlueConvention.BERT;
    assertThat(
            convention.average(
                row(convention, 84.6, 83.4, 71.2, 90.5, 93.5, 52.1, 85.8, 88.9, 66.4)))
        .isCloseTo(79.6, within(0.05));
  }

  @Test
  void nas_bert_s_teacher_averages_84_4() {
    GlueConvention convention = GlueConvention.NAS_BERT;
    assertThat(convention.average(row(convention, 85.2, 91.0, 91.3, 61.0, 92.9, 90.3, 76.0, 87.7)))
        .isCloseTo(84.4, within(0.05));
  }

  @Test
  void a_missing_score_is_a_mistake() {
    assertThatThrownBy(() -> GlueConvention.BERT.average(Map.of("mnli-m.accuracy", 84.6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no score of mnli-mm.accuracy for an average of BERT");
  }
}
