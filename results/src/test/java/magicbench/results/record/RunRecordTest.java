package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordTest {

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_metric_that_is_no_number_is_unknown(double value) {
    RunRecord record = RecordFixtures.record(1, Map.of("loss", value), Map.of());

    assertThat(record.metrics()).containsEntry("loss", null);
  }

  @Test
  void a_table_refuses_a_number_that_is_none_and_names_it() {
    Map<String, List<Double>> numbers = Map.of("cosine", List.of(1.0, Double.NaN));

    assertThatThrownBy(() -> new Table(2, new TreeMap<>(numbers), new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column cosine row 1 is NaN");
  }

  @Test
  void a_curve_refuses_a_number_that_is_none() {
    assertThatThrownBy(() -> new Curve(List.of(1L), List.of(Double.POSITIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a curve can't hold Infinity");
  }
}
