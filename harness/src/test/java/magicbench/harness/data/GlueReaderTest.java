package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import magicbench.harness.data.GlueTask.Part;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GlueReaderTest {

  private static final String RTE = "index\tsentence1\tsentence2\tlabel\n";

  @TempDir private Path glue;

  private GlueExamples read(GlueTask task, Part part, String text) throws IOException {
    Path folder = Files.createDirectories(glue.resolve(task.folder()));
    Files.writeString(folder.resolve(task.file(part)), text);
    return GlueReader.read(glue, task, part);
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        Arguments.of(GlueTask.COLA, "gj04\t0\t*\tA a.\ncj99\t1\t\tB b.\n", 0),
        Arguments.of(GlueTask.SST2, "sentence\tlabel\nA a.\t1\n", 1),
        Arguments.of(
            GlueTask.MRPC, "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t7\t8\tA a.\tB\n", 1),
        Arguments.of(
            GlueTask.QQP,
            "id\tqid1\tqid2\tquestion1\tquestion2\tis_duplicate\n1\t2\t3\tA a.\tB\t0\n",
            0),
        Arguments.of(
            GlueTask.MNLI,
            "index\tpromptID\tpairID\tgenre\tsentence1_binary_parse\tsentence2_binary_parse"
                + "\tsentence1_parse\tsentence2_parse\tsentence1\tsentence2\tlabel1\tgold_label\n"
                + "0\t1\t1n\tslate\t(\t(\t(\t(\tA a.\tB\tentailment\tneutral\n",
            2),
        Arguments.of(
            GlueTask.QNLI, "index\tquestion\tsentence\tlabel\n0\tA a.\tB\tnot_entailment\n", 1),
        Arguments.of(GlueTask.RTE, RTE + "0\tA a.\tB\tentailment\n", 0),
        Arguments.of(GlueTask.WNLI, RTE + "0\tA a.\tB\t1\n", 1));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void reads_texts_and_labels_of_every_classification(GlueTask task, String text, int label)
      throws IOException {
    LabelledExample example = read(task, Part.TRAIN, text).examples().get(0);

    assertThat(example.first()).isEqualTo("A a.");
    assertThat(example.second())
        .isEqualTo(task.texts().size() == 2 ? Optional.of("B") : Optional.empty());
    assertThat(example.target()).hasValue(label);
  }

  @Test
  void reads_scores() throws IOException {
    String head =
        "index\tgenre\tfilename\tyear\told_index\tsource1\tsource2\tsentence1\tsentence2\tscore\n";
    GlueExamples read = read(GlueTask.STSB, Part.DEV, head + "0\tg\tf\ty\t0\tn\tn\tA\tB\t3.250\n");
    assertThat(read.examples().get(0).target()).hasValue(3.25);
  }

  @Test
  void reads_mnli_s_two_development_sets() throws IOException {
    String head = "index\tsentence1\tsentence2\tgold_label\n";
    assertThat(read(GlueTask.MNLI, Part.DEV, head + "0\tA\tB\tneutral\n").examples()).hasSize(1);
    assertThat(read(GlueTask.MNLI, Part.DEV_MISMATCHED, head + "0\tC\tD\tneutral\n").examples())
        .extracting(LabelledExample::first)
        .containsExactly("C");
    assertThat(glue.resolve("MNLI/dev_mismatched.tsv")).exists();
  }

  @Test
  void only_mnli_has_mismatched_parts() {
    assertThat(GlueTask.MNLI.has(Part.TEST_MISMATCHED)).isTrue();
    assertThat(GlueTask.RTE.has(Part.TEST_MISMATCHED)).isFalse();
    assertThatThrownBy(() -> GlueReader.read(glue, GlueTask.RTE, Part.DEV_MISMATCHED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("RTE has no part DEV_MISMATCHED");
  }

  @Test
  void a_test_set_has_no_labels() throws IOException {
    String text = "index\tsentence1\tsentence2\n0\tA\tB\n";
    assertThat(read(GlueTask.RTE, Part.TEST, text).examples())
        .containsExactly(new LabelledExample(2, "A", Optional.of("B"), OptionalDouble.empty()));
  }

  @Test
  void cola_s_test_set_has_a_line_of_names() throws IOException {
    assertThat(read(GlueTask.COLA, Part.TEST, "index\tsentence\n0\tA a.\n").examples())
        .extracting(LabelledExample::first)
        .containsExactly("A a.");
  }

  @Test
  void quotes_are_letters() throws IOException {
    String text = RTE + "0\t\"A\" and \"B\tit's \"\"\tentailment\n";
    assertThat(read(GlueTask.RTE, Part.TRAIN, text).examples().get(0))
        .isEqualTo(
            new LabelledExample(
                2, "\"A\" and \"B", Optional.of("it's \"\""), OptionalDouble.of(0)));
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_change_nothing() throws IOException {
    String text = RTE + "0\tA\tB\tentailment\n";
    GlueExamples plain = read(GlueTask.RTE, Part.TRAIN, text);
    GlueExamples marked = read(GlueTask.RTE, Part.TRAIN, "\uFEFF" + text.replace("\n", "\r\n"));
    assertThat(marked.examples()).isEqualTo(plain.examples());
    assertThat(marked.sha256()).isNotEqualTo(plain.sha256());
  }

  @Test
  void passes_over_few_malformed_lines_and_names_them() throws IOException {
    String text =
        RTE + "0\tA\tB\tentailment\n".repeat(299) + "7\tA\tentailment\n8\t \tB\tentailment\n";
    GlueExamples read = read(GlueTask.RTE, Part.TRAIN, text);
    assertThat(read.examples()).hasSize(299);
    assertThat(read.malformed())
        .containsExactly("line 301 has 3 columns, not 4", "line 302 column 2 is empty");
  }

  @Test
  void passes_over_a_line_without_end() throws IOException {
    String text = RTE + "0\tA\tB\tentailment\n".repeat(200) + "x".repeat(1 << 17);
    assertThat(read(GlueTask.RTE, Part.TRAIN, text).malformed())
        .containsExactly("line 202 has more than 65536 characters");
  }

  private void assertRefused(GlueTask task, Part part, String text, String message) {
    assertThatThrownBy(() -> read(task, part, text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(glue.resolve(task.folder()).resolve(task.file(part)).toString())
        .hasMessageContaining(message);
  }

  @Test
  void refuses_a_file_with_many_malformed_lines() {
    assertRefused(
        GlueTask.RTE,
        Part.TRAIN,
        RTE + "0\tA\tB\tentailment\n" + "1\tA\n",
        "1 lines are malformed, the first: line 3 has 2 columns, not 4; take the file as");
  }

  @Test
  void refuses_a_test_set_with_any_malformed_line() {
    assertRefused(
        GlueTask.RTE,
        Part.TEST,
        "index\tsentence1\tsentence2\n" + "0\tA\tB\n".repeat(500) + "1\tA\n",
        "line 502 has 2 columns, not 3");
  }

  @Test
  void refuses_a_label_that_the_data_set_doesn_t_know() {
    assertRefused(
        GlueTask.RTE,
        Part.TRAIN,
        RTE + "0\tA\tB\tneutral\n",
        " line 2: column label is neutral, none of [entailment, not_entailment]");
  }

  @Test
  void refuses_scores_out_of_range_and_no_numbers() {
    String head = "sentence1\tsentence2\tscore\n";
    for (String score : new String[] {"5.1", "-1", "NaN", "good"}) {
      assertRefused(
          GlueTask.STSB,
          Part.DEV,
          head + "A\tB\t" + score + "\n",
          " line 2: column score is " + score + ", no number from 0 to 5");
    }
  }

  @Test
  void refuses_a_file_without_a_column_that_it_needs() {
    assertRefused(
        GlueTask.RTE,
        Part.DEV,
        "index\tsentence1\tsentence2\n0\tA\tB\n",
        " line 1: has no column label among its 3");
  }

  @Test
  void refuses_an_empty_file_and_one_of_names_only() {
    assertRefused(GlueTask.RTE, Part.DEV, "", "holds no example");
    assertRefused(GlueTask.COLA, Part.DEV, "", "holds no example");
    assertRefused(GlueTask.RTE, Part.DEV, RTE, "holds no example");
  }

  @Test
  void says_where_a_missing_file_belongs() {
    assertThatThrownBy(() -> GlueReader.read(glue, GlueTask.QNLI, Part.DEV))
        .isInstanceOf(InputException.class)
        .hasMessage(glue + "/QNLI/dev.tsv: is missing; put GLUE's own QNLI folder there");
  }
}
