package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RecordComparisonTest {

  private static final RunRecord SMALL = RecordFixtures.small();

  @Test
  void finds_nothing_between_equal_records() {
    assertThat(RecordComparison.sameMeasurements(SMALL, RecordFixtures.small())).isEmpty();
  }

  @Test
  void leaves_times_and_provenance_out() {
    Map<String, Double> metrics = new TreeMap<>(SMALL.metrics());
    metrics.put("trainingSeconds", 99.0);
    metrics.put("stepMillis", 1.0);
    RunRecord other = RecordFixtures.record(1, metrics, SMALL.tables());

    assertThat(RecordComparison.sameMeasurements(SMALL, other)).isEmpty();
  }

  @Test
  void tells_the_last_bit_of_a_metric() {
    Map<String, Double> metrics = new TreeMap<>(SMALL.metrics());
    metrics.put("validationLoss", Math.nextUp(4.25));
    RunRecord other = RecordFixtures.record(1, metrics, SMALL.tables());

    assertThat(RecordComparison.sameMeasurements(SMALL, other))
        .containsExactly("metric validationLoss: 4.25 and 4.250000000000001");
  }

  @Test
  void tells_an_unknown_metric_from_a_missing_one() {
    Map<String, Double> metrics = new TreeMap<>(SMALL.metrics());
    metrics.remove("unigramEntropy");
    RunRecord other = RecordFixtures.record(1, metrics, SMALL.tables());

    assertThat(RecordComparison.sameMeasurements(SMALL, other))
        .containsExactly("metric unigramEntropy: only in the first");
  }

  @Test
  void names_the_first_row_in_which_a_column_differs() {
    Table pairs = SMALL.tables().get("pairs");
    Map<String, List<Double>> numbers = new TreeMap<>(pairs.numbers());
    numbers.put("gradientCosine", List.of(0.1 + 0.2, 0.0, 1e-7));
    Table changed = new Table(3, new TreeMap<>(numbers), pairs.texts());
    RunRecord other = RecordFixtures.record(1, SMALL.metrics(), Map.of("pairs", changed));

    assertThat(RecordComparison.sameMeasurements(SMALL, other))
        .containsExactly("table pairs.gradientCosine row 1: -0.0 and 0.0");
  }

  @Test
  void tells_outcome_and_curves() {
    RunRecord other =
        new RunRecord(
            1,
            SMALL.trial(),
            SMALL.scale(),
            Outcome.DIVERGED,
            "",
            SMALL.metrics(),
            new TreeMap<>(
                Map.of(
                    "trainingLoss", new Curve(List.of(0L, 10L), List.of(6.5, 5.0)),
                    "more", new Curve(List.of(), List.of()))),
            SMALL.tables(),
            SMALL.provenance());

    assertThat(RecordComparison.sameMeasurements(SMALL, other))
        .containsExactly(
            "outcome: COMPLETED and DIVERGED",
            "curve more: only in the second",
            "curve trainingLoss values row 1: 4.0 and 5.0");
  }
}
