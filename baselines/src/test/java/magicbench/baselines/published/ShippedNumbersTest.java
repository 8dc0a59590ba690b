package magicbench.baselines.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import magicbench.results.published.PublishedTable;
import magicbench.results.published.PublishedTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Other people's numbers, as they ship: a slip of the pen would move an average. */
class ShippedNumbersTest {

  /** One decimal everywhere: half of it for the printed average, half for the columns' own mean. */
  private static final double ROUNDING = 0.1 + 1e-9;

  private static final List<PublishedTable> TABLES =
      PublishedTables.fromClasspath(ShippedNumbersTest.class.getClassLoader());

  static Stream<Arguments> averagedRows() {
    return TABLES.stream()
        .flatMap(
            table ->
                table.rows().stream()
                    .filter(row -> row.printedAverage().isPresent())
                    .map(row -> Arguments.of(table.id() + ": " + row.model(), table, row)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("averagedRows")
  void a_rows_columns_average_what_its_source_prints(
      String name, PublishedTable table, PublishedTable.Row row) {
    assertThat(table.average(row).orElseThrow())
        .isCloseTo(row.printedAverage().orElseThrow(), within(ROUNDING));
  }

  @Test
  void roberta_bases_row_averages_86_35() {
    PublishedTable table = table("glue-dev");
    assertThat(table.average(table.rows().get(0)).orElseThrow()).isCloseTo(86.35, within(1e-9));
  }

  @Test
  void every_table_belongs_to_a_suite() {
    assertThat(TABLES)
        .extracting(PublishedTable::id)
        .containsExactly("glue-dev", "glue-dev-compressed", "glue-test", "imagenet", "squad-dev");
    assertThat(TABLES).allMatch(table -> !table.suites().isEmpty());
  }

  private static PublishedTable table(String id) {
    return TABLES.stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
  }
}
