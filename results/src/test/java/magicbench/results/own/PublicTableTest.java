package magicbench.results.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import magicbench.results.file.InputException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two tables made by hand, in the form of the published ones. */
class PublicTableTest {

  @TempDir private Path folder;
  private Path macro;
  private Path bert;

  @BeforeEach
  void copyTables() throws IOException {
    macro = copied("nas-bench-macro-made-by-hand.json");
    bert = copied("nas-bench-bert-made-by-hand.json");
  }

  private Path copied(String name) throws IOException {
    Path file = folder.resolve(name);
    String resource = "/magicbench/results/own/" + name;
    try (InputStream in = PublicTableTest.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), file);
    }
    return file;
  }

  private static ScoreTable read(Path file) {
    return ScoreTable.ofTruth(file, Optional.empty(), false);
  }

  private static ScoreTable.Row row(long seed, String architecture, double score) {
    return new ScoreTable.Row("", seed, architecture, score);
  }

  /** What is said of a table where one text in it, that is there once, is another. */
  private static AbstractThrowableAssert<?, ? extends Throwable> said(
      Path file, String text, String other) throws IOException {
    String whole = Files.readString(file);
    assertThat(whole).containsOnlyOnce(text);
    Files.writeString(file, whole.replace(text, other));
    return assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n")
        .hasMessageStartingWith(file.toString());
  }

  @Test
  void nas_bench_macro_has_a_seed_for_every_training() {
    assertThat(read(macro).rows())
        .containsExactly(
            row(1, "00012012", 86.5),
            row(2, "00012012", 87),
            row(3, "00012012", 86),
            row(1, "11111221", 92.25),
            row(2, "11111221", 92.5),
            row(3, "11111221", 92));
  }

  @Test
  void nas_bench_macro_has_one_seed_of_its_mean() {
    assertThat(ScoreTable.ofTruth(macro, Optional.of("mean_acc"), false).rows())
        .containsExactly(row(1, "00012012", 86.5), row(1, "11111221", 92.25));
  }

  @Test
  void nas_bench_bert_has_the_mean_over_tasks_where_none_is_named() {
    assertThat(read(bert).rows()).containsExactly(row(1, "0", 55), row(1, "7", 73));
  }

  @Test
  void nas_bench_bert_has_the_task_that_is_named() {
    assertThat(ScoreTable.ofTruth(bert, Optional.of("cola"), false).rows())
        .containsExactly(row(1, "0", -2), row(1, "7", 40));
  }

  @Test
  void an_ending_in_capitals_is_an_ending_too() throws IOException {
    Path shouting = Files.move(bert, folder.resolve("BERT.JSON"));
    assertThat(read(shouting).rows()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"00012012\"|\"0001201\"|'0001201'",
        "\"00012012\"|\"00012013\"|'00012013'",
        "86.5, 87.0|\"86.5\", 87.0|/00012012/test_acc/0:",
        "86.5, 87.0|null, 87.0|/00012012/test_acc/0:",
        "86.5, 87.0|-1, 87.0|/00012012/test_acc/0:",
        "86.5, 87.0|1e999, 87.0|/00012012/test_acc/0:",
        "[86.5, 87.0, 86.0]|[]|/00012012/test_acc:",
        "[86.5, 87.0, 86.0]|86.5|/00012012/test_acc:",
        "\"mean_acc\": 86.5, |''|/00012012: required property 'mean_acc'",
        "\"flops\": 30000000|\"flops\": 0.5|/00012012/flops:",
        "\"flops\": 30000000|\"flops\": 1, \"latency\": 2|/00012012: property 'latency'"
      })
  void nas_bench_macro_is_refused_with_key_and_field(String text, String other, String place)
      throws IOException {
    said(macro, text, other)
        .hasMessageContaining(place)
        .hasMessageEndingWith(
            "; take NAS-Bench-Macro or NAS-Bench-BERT as published,"
                + " or write comma-separated values");
  }

  @Test
  void nas_bench_macro_is_refused_where_an_architecture_lacks_a_training() throws IOException {
    said(macro, "[92.25, 92.5, 92.0]", "[92.25, 92.5]")
        .hasMessageContaining("/11111221/test_acc: has 2 trainings where the first has 3; keep");
  }

  @Test
  void nas_bench_macro_is_refused_where_a_key_comes_twice() throws IOException {
    said(macro, "11111221", "00012012").hasMessageContaining("Duplicate field '00012012'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\": 7|\"id\": \"7\"|/1/id:",
        "\"id\": 7, |''|/1: required property 'id'",
        "7, \"is_running\": false, \"completed\": true|7, \"completed\": false|/1/completed:",
        "\"glue\": 73|\"glue\": null|/1/scores/glue:",
        "\"glue\": 73|\"glue\": 101|/1/scores/glue:",
        ", \"glue\": 73|''|/1/scores: required property 'glue'",
        "\"glue\": 73|\"glue\": 73, \"wnli\": 5|/1/scores: property 'wnli'"
      })
  void nas_bench_bert_is_refused_with_entry_and_field(String text, String other, String place)
      throws IOException {
    said(bert, text, other).hasMessageContaining(place);
  }

  @Test
  void nas_bench_bert_is_refused_where_an_id_comes_twice() throws IOException {
    said(bert, "\"id\": 7", "\"id\": 0").hasMessageContaining(" /1/id: is 0 again; keep one");
  }

  @Test
  void a_figure_that_is_no_score_is_refused_with_those_that_are() {
    assertThatThrownBy(() -> ScoreTable.ofTruth(macro, Optional.of("params"), false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no score params, only [test_acc, mean_acc]; name one of them");
  }

  @Test
  void low_scores_of_a_public_table_can_not_be_good() {
    assertThatThrownBy(() -> ScoreTable.ofTruth(macro, Optional.empty(), true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("high scores are good, not its low ones; turn the sign");
  }

  @Test
  void another_object_is_refused_by_the_names_of_its_fields() throws IOException {
    Files.writeString(macro, "{\"model_dicts\": [], \"accuracies\": []}");
    assertThatThrownBy(() -> read(macro))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'model_dicts'")
        .hasMessageContaining("(and 1 more); take NAS-Bench-Macro");
  }

  @ParameterizedTest
  @CsvSource({"5, object expected", "{}, at least 1", "[], at least 1", "'', object expected"})
  void what_holds_no_architecture_is_refused(String text, String complaint) throws IOException {
    Files.writeString(macro, text);
    assertThatThrownBy(() -> read(macro))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void a_file_that_nests_too_deep_is_refused() throws IOException {
    said(bert, "\"hidden_size\": 256", "\"x\": " + "[".repeat(1001) + "]".repeat(1001))
        .hasMessageContaining("nesting depth (1001) exceeds");
  }

  @Test
  void a_file_that_is_too_long_is_refused() throws IOException {
    Files.write(macro, new byte[(16 << 20) + 1]);
    assertThatThrownBy(() -> read(macro))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is longer than 16777216 bytes");
  }
}
