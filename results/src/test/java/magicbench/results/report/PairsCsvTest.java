package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.junit.jupiter.api.Test;

final class PairsCsvTest {

  private static final Claim CLAIM = Fixture.claim("a", "A", "differences", Direction.DECREASING);

  @Test
  void writes_every_row_in_full() {
    // given
    List<RunRecord> records = Fixture.small().probes();

    // when
    List<String> lines = PairsCsv.of(CLAIM, records).lines().toList();

    // then
    int rows = records.stream().mapToInt(record -> record.tables().get("pairs").rows()).sum();
    assertThat(lines).hasSize(1 + rows);
    assertThat(lines.get(0))
        .isEqualTo(
            "trial,method,seed,differences,gradientCosine,inputSimilarity,layer,operator,trainedShare");
  }

  @Test
  void keeps_every_digit() {
    // given
    RunRecord record = Fixture.small().probes().get(0);
    double cosine = record.tables().get("pairs").number("gradientCosine")[0];

    // when
    String row = PairsCsv.of(CLAIM, List.of(record)).lines().skip(1).findFirst().orElseThrow();

    // then
    assertThat(Double.parseDouble(row.split(",", -1)[4])).isEqualTo(cosine);
  }

  @Test
  void quotes_cells_that_hold_commas_or_quotes() {
    // given
    Table table =
        new Table(1, new TreeMap<>(), new TreeMap<>(Map.of("operator", List.of("a,\"b\""))));
    RunRecord record = Fixture.small().probeWith(table);

    // when
    String csv = PairsCsv.of(CLAIM, List.of(record));

    // then
    assertThat(csv).endsWith(",\"a,\"\"b\"\"\"\n");
  }

  @Test
  void has_only_a_header_without_records() {
    assertThat(PairsCsv.of(CLAIM, List.of())).isEqualTo("trial,method,seed\n");
  }
}
