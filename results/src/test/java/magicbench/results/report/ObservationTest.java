package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.claim.Direction;
import magicbench.results.claim.Metric;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.junit.jupiter.api.Test;

final class ObservationTest {

  private static final Metric METRIC =
      Fixture.claim("a", "A", "differences", Direction.DECREASING).metric();

  @Test
  void takes_only_rows_of_the_decisive_stage() {
    List<Observation> rows = Observation.of(METRIC, Fixture.small().probes());

    assertThat(rows).hasSize(2 * 6);
  }

  @Test
  void takes_rows_whose_share_of_training_is_the_decisive_one_but_for_rounding() {
    Table pairs =
        new Table(
            2,
            new TreeMap<>(
                Map.of(
                    "trainedShare", List.of(0.1 + 0.2, 0.4),
                    "differences", List.of(1.0, 2.0),
                    "gradientCosine", List.of(0.5, 0.6))),
            new TreeMap<>());
    Metric metric =
        new Metric("rank-correlation", "pairs", "differences", "gradientCosine", List.of(), 0.3);

    assertThat(Observation.of(metric, List.of(Fixture.small().probeWith(pairs))))
        .extracting(Observation::cause)
        .containsExactly(1.0);
  }

  @Test
  void keeps_all_rows_where_they_are_few() {
    List<Observation> rows = Observation.of(METRIC, Fixture.small().probes());

    assertThat(Observation.thin(rows, rows.size())).isEqualTo(rows);
  }

  @Test
  void keeps_exactly_as_many_rows_as_allowed() {
    List<Observation> rows = Observation.of(METRIC, Fixture.realistic().probes());

    assertThat(Observation.thin(rows, 1500)).hasSize(1500).isSubsetOf(rows);
  }

  @Test
  void keeps_the_same_rows_whatever_the_order_of_the_records() {
    // given
    List<RunRecord> records = Fixture.realistic().probes();
    List<RunRecord> backwards = new ArrayList<>(records);
    Collections.reverse(backwards);

    // when
    List<Observation> rows = Observation.thin(Observation.of(METRIC, records), 100);

    // then
    assertThat(Observation.thin(Observation.of(METRIC, backwards), 100)).isEqualTo(rows);
  }

  @Test
  void nudges_by_less_than_half_a_level() {
    List<Observation> rows = Observation.of(METRIC, Fixture.realistic().probes());

    assertThat(rows).allSatisfy(row -> assertThat(row.nudge()).isBetween(-0.5, 0.5));
  }
}
