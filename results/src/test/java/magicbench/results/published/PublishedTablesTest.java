package magicbench.results.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class PublishedTablesTest {

  private static final String TABLE =
      """
      schemaVersion: 1
      id: some-table
      title: Somebody's numbers
      unit: points
      suites: [glue]
      columns: [mnli-m.accuracy, qqp.accuracy, qnli.accuracy, cola.matthews, sst-2.accuracy, \
      sts-b.spearman, rte.accuracy, mrpc.accuracy]
      rows:
        - model: A
          size: 1M parameters
          scores: [80, 80, 80, 80, 80, 80, 80, 88]
          convention: nas-bert
          printedAverage: 81
          grade: secondary
          source: A page
          note: ""
        - model: B
          size: 2M parameters
          scores: [80, null, 80, 80, 80, 80, 80, 80]
          convention: nas-bert
          grade: inferred
          source: A page
          note: ""
      """;

  private static PublishedTable read(String yaml) {
    return PublishedTables.read("t.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_row_is_averaged_as_its_source_does() {
    PublishedTable table = read(TABLE);
    assertThat(table.average(table.rows().get(0)).orElseThrow()).isCloseTo(81, within(1e-9));
    assertThat(table.rows().get(0).printedAverage()).contains(81.0);
  }

  @Test
  void a_row_with_a_gap_has_no_average() {
    PublishedTable table = read(TABLE);
    assertThat(table.average(table.rows().get(1))).isEmpty();
    assertThat(table.rows().get(1).scores().get(1)).isNull();
  }

  @Test
  void a_row_of_the_wrong_length_is_one_line() {
    assertThatThrownBy(() -> read(TABLE.replace("80, 88]", "88]")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.yaml /rows/0/scores: 7 numbers for 8 columns");
  }

  @Test
  void a_row_without_a_grade_is_one_line() {
    assertThatThrownBy(() -> read(TABLE.replace("    grade: inferred\n", "")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.yaml")
        .hasMessageContaining("grade");
  }

  @Test
  void an_unknown_number_has_no_row() {
    assertThatThrownBy(() -> read(TABLE.replace("grade: inferred", "grade: unknown")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/rows/1/grade");
  }

  @Test
  void without_an_index_there_are_none() {
    ClassLoader empty = new URLClassLoader(new URL[0], null);
    assertThat(PublishedTables.fromClasspath(empty)).isEmpty();
  }
}
